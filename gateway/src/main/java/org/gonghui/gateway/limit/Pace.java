package org.gonghui.gateway.limit;

import java.util.concurrent.atomic.AtomicLong;

/** One principal's allowance: a token bucket told as a single instant (GCRA), free of locks. */
public final class Pace {
  private final long nanosPerRequest;
  private final long burstNanos;
  private final AtomicLong paidUntil = new AtomicLong(Long.MIN_VALUE);

  public Pace(int perSecond, int burst) {
    this.nanosPerRequest = 1_000_000_000L / perSecond;
    this.burstNanos = nanosPerRequest * burst;
  }

  /** Zero when the request may pass, else the nanoseconds until one may. */
  public long take(long nowNanos) {
    while (true) {
      var known = paidUntil.get();
      var from = known == Long.MIN_VALUE || known - nowNanos < 0 ? nowNanos : known;
      var next = from + nanosPerRequest;
      if (next - nowNanos > burstNanos) {
        return next - nowNanos - burstNanos;
      }
      if (paidUntil.compareAndSet(known, next)) {
        return 0;
      }
    }
  }
}
