package org.gonghui.gateway.limit;

import java.util.concurrent.atomic.AtomicInteger;
import org.gonghui.gateway.problem.Refusal;

/** How many requests one upstream works on at once; the next is shed, never queued. */
public final class Slots {
  private final int limit;
  private final AtomicInteger taken = new AtomicInteger();

  public Slots(int limit) {
    this.limit = limit;
  }

  public void take() {
    if (taken.incrementAndGet() > limit) {
      taken.decrementAndGet();
      throw Refusal.UPSTREAM_BUSY.retryAfter(1, "The service works on as much as it can");
    }
  }

  public void free() {
    taken.decrementAndGet();
  }

  public int taken() {
    return taken.get();
  }
}
