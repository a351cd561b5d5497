package org.gonghui.kit.outbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rung when rows have been committed, so that the relay of this process need not poll. */
@Singleton
public class OutboxBell {
  private final Semaphore rung = new Semaphore(0);

  public void ring() {
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  /** Waits for a ring, or as long as patience lasts; says which of the two it was. */
  public boolean await(Duration patience) throws InterruptedException {
    var heard = rung.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    rung.drainPermits();
    return heard;
  }
}
