package org.gonghui.kit.concurrency;

import static org.gonghui.kit.problem.Problems.BUSY;

import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Tries a whole transaction again when the database chose it as the victim of a collision: at most
 * three times, a little apart, then 503.
 */
public final class Retries {
  private static final Logger LOG = Logger.getLogger(Retries.class);
  private static final int ATTEMPTS = 4;
  private static final int PAUSE_MILLIS = 20;

  private Retries() {}

  /** Runs it; it must open its own transaction, and have no other effect. */
  public static <T> T run(Callable<T> transaction) throws Exception {
    for (var attempt = 1; ; attempt++) {
      try {
        return transaction.call();
      } catch (Exception failure) {
        if (!StoreFaults.isCollision(failure)) {
          throw failure;
        }
        if (attempt == ATTEMPTS) {
          throw BUSY.because("it collided with others %d times, try again", ATTEMPTS);
        }
        LOG.debugf("collision %d, trying again", attempt);
        pause(attempt);
      }
    }
  }

  private static void pause(int attempt) throws InterruptedException {
    var longest = (long) PAUSE_MILLIS << attempt;
    Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS / 2, longest));
  }
}
