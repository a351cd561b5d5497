package org.gonghui.acceptance.measure;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long many requests took. */
public final class Latencies {
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  public void add(long elapsedNanos) {
    nanos.add(elapsedNanos);
  }

  public int count() {
    return nanos.size();
  }

  /** The value that the given share of requests did not exceed, in milliseconds. */
  public double millisAt(double share) {
    var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    var index = (int) Math.ceil(share * sorted.length) - 1;
    var millis = sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
    return Math.round(millis * 100) / 100.0;
  }

  public static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
