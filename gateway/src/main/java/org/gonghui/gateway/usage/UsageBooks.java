package org.gonghui.gateway.usage;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Usage as it is kept: added to, never replaced. */
@Singleton
class UsageBooks {
  private static final String ADD =
      """
      insert into key_usage (key_uid, route, day, requests, refused) values (?, ?, ?, ?, ?)
      on conflict (key_uid, day, route) do update
        set requests = key_usage.requests + excluded.requests,
            refused = key_usage.refused + excluded.refused
      """;
  private static final String USED =
      """
      insert into key_last_use (key_uid, used_at) values (?, ?)
      on conflict (key_uid) do update set used_at = greatest(key_last_use.used_at, excluded.used_at)
      """;

  private final DataSource database;

  UsageBooks(DataSource database) {
    this.database = database;
  }

  /** All or nothing; sorted by the caller, so that two gateways do not wait for each other. */
  void add(List<Entry> entries, LocalDate day) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        addCounts(connection, entries, day);
        addUses(connection, entries);
        connection.commit();
      } catch (SQLException cause) {
        connection.rollback();
        throw cause;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static void addCounts(Connection connection, List<Entry> entries, LocalDate day)
      throws SQLException {
    try (var statement = connection.prepareStatement(ADD)) {
      for (var entry : entries) {
        statement.setObject(1, entry.key());
        statement.setString(2, entry.route());
        statement.setObject(3, day);
        statement.setLong(4, entry.passed());
        statement.setLong(5, entry.refused());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void addUses(Connection connection, List<Entry> entries) throws SQLException {
    try (var statement = connection.prepareStatement(USED)) {
      for (var entry : entries) {
        var at = entry.usedAt();
        if (at != null) {
          statement.setObject(1, entry.key());
          statement.setObject(2, at.atOffset(ZoneOffset.UTC));
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
  }

  /** What one key did on one route. */
  record Entry(UUID key, String route, long passed, long refused, @Nullable Instant usedAt) {}
}
