package org.gonghui.gateway.upstream;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether an instance is still believed in: failures in a row open the circuit, then one request at
 * a time looks whether the instance is back, at growing intervals.
 */
final class Circuit {
  private static final int FAILURES_IN_A_ROW = 5;
  private static final long FIRST_PAUSE_NANOS = 1_000_000_000L;
  private static final int MOST_DOUBLINGS = 4;
  private static final long CLOSED = 0;

  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicLong probeAt = new AtomicLong(CLOSED);

  boolean isClosed() {
    return probeAt.get() == CLOSED;
  }

  /** One caller per interval gets a yes. */
  boolean mayProbe(long nowNanos) {
    var due = probeAt.get();
    return due != CLOSED
        && nowNanos - due >= 0
        && probeAt.compareAndSet(due, instant(nowNanos + pause()));
  }

  void succeeded() {
    if (failures.get() != 0) {
      failures.set(0);
      probeAt.set(CLOSED);
    }
  }

  void failed(long nowNanos) {
    if (failures.incrementAndGet() >= FAILURES_IN_A_ROW) {
      probeAt.set(instant(nowNanos + pause()));
    }
  }

  private long pause() {
    var doublings = Math.clamp(failures.get() - FAILURES_IN_A_ROW, 0, MOST_DOUBLINGS);
    return FIRST_PAUSE_NANOS << doublings;
  }

  /** An instant is never the one that means closed. */
  private static long instant(long nanos) {
    return nanos | 1;
  }
}
