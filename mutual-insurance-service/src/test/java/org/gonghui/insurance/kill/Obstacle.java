package org.gonghui.insurance.kill;

import java.sql.Connection;
import java.sql.SQLException;
import org.gonghui.kit.testing.TestPostgres;
import org.jspecify.annotations.Nullable;

/** A row that another session has inserted and not committed: who inserts the same must wait. */
final class Obstacle implements AutoCloseable {
  private final Connection connection;

  private Obstacle(Connection connection) {
    this.connection = connection;
  }

  static Obstacle of(TestPostgres.Database database, String insert, @Nullable Object... arguments) {
    try {
      var connection = database.connect();
      connection.setAutoCommit(false);
      try (var statement = connection.prepareStatement(insert)) {
        for (var i = 0; i < arguments.length; i++) {
          statement.setObject(i + 1, arguments[i]);
        }
        statement.executeUpdate();
      }
      return new Obstacle(connection);
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** The row never was. */
  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
