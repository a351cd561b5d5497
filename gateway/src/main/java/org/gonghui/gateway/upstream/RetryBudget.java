package org.gonghui.gateway.upstream;

import java.util.concurrent.atomic.AtomicInteger;

/** One retry for every ten requests, so that retries never make a bad hour worse. */
final class RetryBudget {
  private static final int ONE_RETRY = 10;
  private static final int MOST = 10 * ONE_RETRY;

  private final AtomicInteger saved = new AtomicInteger(MOST);

  void earn() {
    if (saved.get() < MOST) {
      saved.incrementAndGet();
    }
  }

  boolean spend() {
    while (true) {
      var known = saved.get();
      if (known < ONE_RETRY) {
        return false;
      }
      if (saved.compareAndSet(known, known - ONE_RETRY)) {
        return true;
      }
    }
  }
}
