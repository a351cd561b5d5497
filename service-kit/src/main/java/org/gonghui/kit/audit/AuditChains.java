package org.gonghui.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * The chains of entries. There are several, because a chain admits one writer at a time: a
 * transaction takes whichever is free, and keeps it until it has committed.
 */
@ApplicationScoped
class AuditChains {
  static final int CHAINS = 32;
  static final byte[] START = new byte[32];
  private static final int LOCK_SPACE = 0x41554449; // "AUDI"

  private static final String INSERT =
      """
      insert into audit_entry (chain, seq, at, actor, actor_name, roles, action, subject_type,
        subject_id, area, reason, request_id, before_json, after_json, previous_hash, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final DataSource database;

  AuditChains(DataSource database) {
    this.database = database;
  }

  void append(List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    try (var connection = database.getConnection()) {
      var chain = takeChain(connection);
      var head = head(connection, chain);
      try (var insert = connection.prepareStatement(INSERT)) {
        for (var entry : entries) {
          head =
              new Head(head.seq() + 1, head.hash(), entry.hash(head.hash(), chain, head.seq() + 1));
          bind(insert, chain, head, entry);
          insert.addBatch();
        }
        insert.executeBatch();
      }
    } catch (SQLException cause) {
      throw new IllegalStateException("the audit trail took no entry", cause);
    }
  }

  private static int takeChain(Connection connection) throws SQLException {
    var first = ThreadLocalRandom.current().nextInt(CHAINS);
    try (var attempt = connection.prepareStatement("select pg_try_advisory_xact_lock(?, ?)")) {
      for (var i = 0; i < CHAINS; i++) {
        var chain = (first + i) % CHAINS;
        attempt.setInt(1, LOCK_SPACE);
        attempt.setInt(2, chain);
        try (var answer = attempt.executeQuery()) {
          if (answer.next() && answer.getBoolean(1)) {
            return chain;
          }
        }
      }
    }
    return waitFor(connection, first);
  }

  private static int waitFor(Connection connection, int chain) throws SQLException {
    try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?, ?)")) {
      lock.setInt(1, LOCK_SPACE);
      lock.setInt(2, chain);
      lock.execute();
      return chain;
    }
  }

  private static Head head(Connection connection, int chain) throws SQLException {
    try (var newest =
        connection.prepareStatement(
            "select seq, hash from audit_entry where chain = ? order by seq desc limit 1")) {
      newest.setInt(1, chain);
      try (var row = newest.executeQuery()) {
        return row.next()
            ? new Head(row.getLong(1), START, row.getBytes(2))
            : new Head(0, START, START);
      }
    }
  }

  private static void bind(PreparedStatement insert, int chain, Head head, AuditEntry entry)
      throws SQLException {
    insert.setInt(1, chain);
    insert.setLong(2, head.seq());
    insert.setObject(3, entry.at().atOffset(ZoneOffset.UTC));
    var texts =
        List.of(
            entry.actor(), entry.actorName(), entry.roles(), entry.action(), entry.subjectType());
    for (var i = 0; i < texts.size(); i++) {
      insert.setString(4 + i, texts.get(i));
    }
    insert.setObject(9, entry.subjectId());
    insert.setString(10, entry.area());
    insert.setObject(11, entry.reason(), Types.VARCHAR);
    insert.setString(12, entry.requestId());
    insert.setString(13, entry.beforeJson());
    insert.setString(14, entry.afterJson());
    insert.setBytes(15, head.previous());
    insert.setBytes(16, head.hash());
  }

  private record Head(long seq, byte[] previous, byte[] hash) {}
}
