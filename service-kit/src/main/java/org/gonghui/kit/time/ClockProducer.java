package org.gonghui.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The one source of time. */
public class ClockProducer {
  /** The federation's zone: dates, deadlines and years are told in it. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.system(ZONE);
  }
}
