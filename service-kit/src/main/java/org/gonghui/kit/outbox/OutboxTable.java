package org.gonghui.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Gathers the messages of a transaction, inserts them just before it commits, and rings the bell
 * when it has.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OutboxTable {
  private static final int MOST_GATHERED = 1_000;
  private static final String INSERT =
      """
      insert into outbox (shard, topic, key, headers, payload)
      select * from unnest(?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[])
      """;

  private final DataSource database;
  private final TransactionSynchronizationRegistry transaction;
  private final OutboxBell bell;

  OutboxTable(
      DataSource database, TransactionSynchronizationRegistry transaction, OutboxBell bell) {
    this.database = database;
    this.transaction = transaction;
    this.bell = bell;
  }

  /** Their order is the order of publication. */
  public void add(List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    var gathered = gathered();
    gathered.addAll(messages);
    if (gathered.size() >= MOST_GATHERED) {
      store(gathered);
    }
  }

  /** One statement for all of them. */
  private void store(List<Message> gathered) {
    if (gathered.isEmpty()) {
      return;
    }
    try (var connection = database.getConnection()) {
      insert(connection, gathered);
      gathered.clear();
    } catch (SQLException cause) {
      throw new IllegalStateException("the outbox took no event", cause);
    }
  }

  /** The bare statement, for who keeps transactions by hand and rings the bell himself. */
  public static void insert(Connection connection, List<Message> messages) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setArray(1, connection.createArrayOf("int2", column(messages, Message::shard)));
      insert.setArray(2, connection.createArrayOf("text", column(messages, Message::topic)));
      insert.setArray(3, connection.createArrayOf("text", column(messages, Message::key)));
      insert.setArray(4, connection.createArrayOf("text", column(messages, Message::headerLines)));
      insert.setArray(5, connection.createArrayOf("text", column(messages, Message::payload)));
      insert.executeUpdate();
    }
  }

  private static Object[] column(List<Message> messages, Function<Message, Object> value) {
    return messages.stream().map(value).toArray();
  }

  @SuppressWarnings("unchecked")
  private List<Message> gathered() {
    var known = (List<Message>) transaction.getResource(this);
    return known == null ? gather() : known;
  }

  private List<Message> gather() {
    var gathered = new ArrayList<Message>();
    transaction.putResource(this, gathered);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            store(gathered);
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              bell.ring();
            }
          }
        });
    return gathered;
  }
}
