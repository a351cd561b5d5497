package org.gonghui.kit.testing;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.gonghui.kit.time.ClockProducer;

/** The clock of tests: runs like any clock until a test stops it or moves it. */
@Mock
@Singleton
public class TestClock extends Clock {
  private final AtomicReference<Clock> current =
      new AtomicReference<>(Clock.system(ClockProducer.ZONE));

  /** Stops at an instant. */
  public void stopAt(Instant instant) {
    current.set(Clock.fixed(instant, ClockProducer.ZONE));
  }

  /** Stops at noon of a day in the federation's zone. */
  public void stopOn(LocalDate day) {
    stopAt(day.atTime(12, 0).atZone(ClockProducer.ZONE).toInstant());
  }

  public void advance(Duration duration) {
    current.updateAndGet(clock -> Clock.offset(clock, duration));
  }

  /** Runs with the real time again; call it after each test that moved the clock. */
  public void run() {
    current.set(Clock.system(ClockProducer.ZONE));
  }

  @Override
  public ZoneId getZone() {
    return ClockProducer.ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return current.get().withZone(zone);
  }

  @Override
  public Instant instant() {
    return current.get().instant();
  }
}
