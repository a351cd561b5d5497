package org.gonghui.kit.outbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Rung when rows have been committed, so that the relay of this process need not poll. */
@Singleton
public class OutboxBell {
  private final Semaphore rung = new Semaphore(0);
  private final AtomicBoolean inside = new AtomicBoolean();

  /** Rows of this process have been committed. */
  public void ring() {
    inside.set(true);
    ringFromOutside();
  }

  /** Rows of another instance have been committed. */
  public void ringFromOutside() {
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  /** Waits for a ring, or as long as patience lasts; says whether this process has rung. */
  public boolean await(Duration patience) throws InterruptedException {
    var _ = rung.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    var _ = rung.drainPermits();
    return inside.getAndSet(false);
  }
}
