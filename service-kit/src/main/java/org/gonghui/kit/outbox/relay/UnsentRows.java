package org.gonghui.kit.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows still to be published. They are taken from the head of the table by a deletion that
 * commits only after the broker has them. To go on behind a position instead would break the order:
 * a row may commit late with a low number, and its successor shortly after with a high one.
 */
final class UnsentRows {
  static final int BATCH = 2000;

  private static final String TAKE =
      """
      delete from outbox where id = any(array(
        select id from outbox where shard = any(?) order by id limit ?))
      returning id, topic, key, headers, payload
      """;

  private final Connection connection;

  UnsentRows(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      // The table's statistics tell nothing of a queue: only its key gives the order cheaply.
      statement.execute("set enable_seqscan = off");
      // A deletion that a power cut undoes is an event published twice, no more.
      statement.execute("set synchronous_commit = off");
    }
    connection.commit();
  }

  /** The next batch, in order; it is back in the table unless this transaction commits. */
  List<Row> take(Short[] shards) throws SQLException {
    try (var query = connection.prepareStatement(TAKE)) {
      query.setArray(1, connection.createArrayOf("int2", shards));
      query.setInt(2, BATCH);
      var rows = new ArrayList<Row>(BATCH);
      try (var taken = query.executeQuery()) {
        while (taken.next()) {
          rows.add(
              new Row(
                  taken.getLong(1),
                  taken.getString(2),
                  taken.getBytes(3),
                  taken.getBytes(4),
                  taken.getBytes(5)));
        }
      }
      rows.sort(Comparator.comparingLong(Row::id));
      return rows;
    }
  }

  void commit() throws SQLException {
    connection.commit();
  }

  /** One event on its way. */
  record Row(long id, String topic, byte[] key, byte[] headers, byte[] payload) {}
}
