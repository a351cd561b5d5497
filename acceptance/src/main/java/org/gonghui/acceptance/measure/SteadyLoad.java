package org.gonghui.acceptance.measure;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * Requests that leave at a fixed rate, however slow the answers are; each is timed from its due
 * time.
 */
public final class SteadyLoad implements AutoCloseable {
  private final Latencies latencies = new Latencies();
  private final AtomicInteger failures = new AtomicInteger();
  private final Thread pacer;
  private volatile boolean stopped;

  private SteadyLoad(int perSecond, IntPredicate request) {
    pacer = Thread.ofVirtual().start(() -> run(perSecond, request));
  }

  /** Starts at once; the request is told its number and says whether it went well. */
  public static SteadyLoad start(int perSecond, IntPredicate request) {
    return new SteadyLoad(perSecond, request);
  }

  public static SteadyLoad during(Duration time, int perSecond, IntPredicate request) {
    try (var load = new SteadyLoad(perSecond, request)) {
      Thread.sleep(time);
      return load;
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(cause);
    }
  }

  public Latencies latencies() {
    return latencies;
  }

  public int failures() {
    return failures.get();
  }

  @Override
  public void close() {
    stopped = true;
    try {
      pacer.join();
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(int perSecond, IntPredicate request) {
    var step = 1_000_000_000L / perSecond;
    var start = System.nanoTime();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; !stopped; i++) {
        var number = i;
        var due = start + i * step;
        sleepUntil(due);
        callers.execute(() -> one(number, due, request));
      }
    }
  }

  private void one(int number, long due, IntPredicate request) {
    if (!succeeds(number, request)) {
      failures.incrementAndGet();
    }
    latencies.add(System.nanoTime() - due);
  }

  private static boolean succeeds(int number, IntPredicate request) {
    try {
      return request.test(number);
    } catch (RuntimeException _) {
      return false;
    }
  }

  private static void sleepUntil(long nanos) {
    var rest = nanos - System.nanoTime();
    if (rest > 0) {
      java.util.concurrent.locks.LockSupport.parkNanos(rest);
    }
  }
}
