package org.gonghui.kit.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import org.gonghui.kit.outbox.OutboxBell;
import org.postgresql.PGConnection;

/** Hears of rows that other instances have committed for the shards of this one. */
final class OutboxListener implements AutoCloseable {
  private static final String CHANNEL = "gonghui_outbox";
  private static final int WAIT_MILLIS = 20_000;

  private final Connection connection;
  private final OutboxBell bell;
  private final int relay;
  private volatile boolean closed;

  OutboxListener(RelaySettings settings, OutboxBell bell, Connection session) throws SQLException {
    this.bell = bell;
    relay = session.unwrap(PGConnection.class).getBackendPID();
    connection = settings.connect();
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
    }
  }

  void start() {
    Thread.ofVirtual().name("outbox-listener").start(this::listen);
  }

  /**
   * Called by the relay after commits of this process, not by the writers: a NOTIFY inside their
   * transactions would make all commits of the database queue up.
   */
  static void notifyOthers(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("notify " + CHANNEL);
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    closed = true;
    connection.abort(Runnable::run);
  }

  private void listen() {
    try {
      var notifications = connection.unwrap(PGConnection.class);
      while (!closed) {
        for (var notification : notifications.getNotifications(WAIT_MILLIS)) {
          if (notification.getPID() != relay) {
            bell.ringFromOutside();
          }
        }
      }
    } catch (SQLException _) {
      // Polling goes on; the next session of the relay listens again.
    }
  }
}
