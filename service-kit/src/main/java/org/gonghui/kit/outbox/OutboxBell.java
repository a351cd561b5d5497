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

  /** Waits for a ring, or as long as patience lasts. */
  public Ring await(Duration patience) throws InterruptedException {
    var heard = rung.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    var _ = rung.drainPermits();
    if (inside.getAndSet(false)) {
      return Ring.INSIDE;
    }
    return heard ? Ring.OUTSIDE : Ring.NONE;
  }

  /** What was heard: nothing, a commit of this process, or one of another instance. */
  public enum Ring {
    NONE,
    INSIDE,
    OUTSIDE
  }
}
