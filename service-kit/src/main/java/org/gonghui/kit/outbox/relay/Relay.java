package org.gonghui.kit.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.gonghui.kit.outbox.OutboxBell;
import org.gonghui.kit.outbox.OutboxBell.Ring;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the rows of its shards for as long as it lives. Rows leave the table only after the
 * broker has them, in the session that owns their shard: a relay that dies at any point leaves at
 * most events that its successor publishes again.
 */
public final class Relay implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration BALANCE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Under load events go out in company: a request to the broker for each would cost more. */
  private static final Duration PACE = Duration.ofMillis(8);

  private static final ThreadFactory FETCHERS =
      Thread.ofPlatform().name("outbox-fetch").daemon().factory();

  private final RelaySettings settings;
  private final OutboxBell bell;
  private final Thread thread;
  private volatile boolean stopped;
  private volatile @Nullable Connection connection;
  private Duration pause = FIRST_PAUSE;
  private long lastDrain = System.nanoTime() - PACE.toNanos();

  public Relay(RelaySettings settings, OutboxBell bell) {
    this.settings = settings;
    this.bell = bell;
    thread = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Ends after the batch in hand; with the broker away at once, and the rows stay. */
  @Override
  public void close() {
    stopped = true;
    bell.ring();
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
        var _ = thread.join(PATIENCE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tears the database session away, as a network fault does; for tests of the take-over. */
  void abort() throws SQLException {
    stopped = true;
    var current = connection;
    if (current != null) {
      current.abort(Runnable::run);
    }
    thread.interrupt();
  }

  private void run() {
    while (!stopped) {
      try (var session = settings.connect();
          var ahead = Executors.newSingleThreadExecutor(FETCHERS);
          var sender = new Publisher(settings.broker());
          var listener = new OutboxListener(settings, bell, session)) {
        connection = session;
        listener.start();
        serve(session, new Pump(new UnsentRows(session), ahead, sender));
      } catch (SQLException | KafkaException fault) {
        if (!stopped) {
          LOG.warnf("the relay pauses for %d ms: %s", pause.toMillis(), reason(fault));
          sleep();
        }
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private void serve(Connection session, Pump pump) throws SQLException, InterruptedException {
    var locks = new ShardLocks(session);
    var rest = settings.poll().compareTo(BALANCE) < 0 ? settings.poll() : BALANCE;
    var nextBalance = System.nanoTime();
    var nextLook = nextBalance;
    var ring = Ring.NONE;
    while (!stopped) {
      if (System.nanoTime() >= nextBalance) {
        nextLook = locks.balance() ? System.nanoTime() : nextLook;
        nextBalance = System.nanoTime() + BALANCE.toNanos();
      }
      if (ring == Ring.INSIDE && !locks.ownsAll()) {
        OutboxListener.notifyOthers(session);
      }
      var looks = ring != Ring.NONE || System.nanoTime() >= nextLook;
      ring = Ring.NONE;
      if (looks && !locks.ownsNone() && drain(pump, locks.owned())) {
        pause = FIRST_PAUSE;
        nextLook = System.nanoTime();
      } else {
        session.commit();
        nextLook = looks ? System.nanoTime() + settings.poll().toNanos() : nextLook;
        ring = bell.await(rest);
      }
    }
  }

  private boolean drain(Pump pump, Short[] shards) throws SQLException, InterruptedException {
    LockSupport.parkNanos(lastDrain + PACE.toNanos() - System.nanoTime());
    lastDrain = System.nanoTime();
    return pump.drain(shards);
  }

  private void sleep() {
    try {
      Thread.sleep(pause);
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String reason(Exception fault) {
    return fault.getCause() == null
        ? String.valueOf(fault.getMessage())
        : fault.getMessage() + ": " + fault.getCause().getMessage();
  }
}
