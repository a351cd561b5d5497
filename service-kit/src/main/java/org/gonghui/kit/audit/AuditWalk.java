package org.gonghui.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Walks every chain and finds the first entry that is not what was written. */
@ApplicationScoped
class AuditWalk {
  private static final int PORTION = 5_000;
  private final DataSource database;

  AuditWalk(DataSource database) {
    this.database = database;
  }

  /**
   * What the walk found. The heads' digest is to be kept elsewhere by operations: with it, entries
   * cut off at the end of a chain show too.
   */
  record Verification(
      boolean intact, long entries, String headsDigest, @Nullable Break firstBreak) {}

  /** Where a chain breaks: a place whose entry was changed, or is missing. */
  record Break(int chain, long seq, Reason reason) {}

  /** What is wrong there. */
  enum Reason {
    CHANGED,
    MISSING
  }

  Verification verify() {
    try (var connection = database.getConnection()) {
      return walk(connection);
    } catch (SQLException cause) {
      throw new IllegalStateException("the audit trail cannot be read", cause);
    }
  }

  private static Verification walk(Connection connection) throws SQLException {
    long entries = 0;
    var heads = new StringBuilder();
    for (var chain = 0; chain < AuditChains.CHAINS; chain++) {
      var state = new Chain(chain);
      while (state.readPortion(connection)) {
        if (state.broken != null) {
          return new Verification(false, entries + state.seq, "", state.broken);
        }
      }
      entries += state.seq;
      heads.append(HexFormat.of().formatHex(state.hash)).append('\n');
    }
    return new Verification(true, entries, Digest.of(heads.toString()), null);
  }

  /** How far one chain has been walked. */
  private static final class Chain {
    private final int no;
    private long seq;
    private byte[] hash = AuditChains.START;
    private @Nullable Break broken;

    Chain(int no) {
      this.no = no;
    }

    boolean readPortion(Connection connection) throws SQLException {
      try (var query =
          connection.prepareStatement(
              "select * from audit_entry where chain = ? and seq > ? order by seq limit ?")) {
        query.setInt(1, no);
        query.setLong(2, seq);
        query.setInt(3, PORTION);
        try (var row = query.executeQuery()) {
          var any = false;
          while (broken == null && row.next()) {
            any = true;
            check(row);
          }
          return any;
        }
      }
    }

    private void check(ResultSet row) throws SQLException {
      var next = row.getLong("seq");
      var computed = entry(row).hash(hash, no, next);
      if (next != seq + 1) {
        broken = new Break(no, seq + 1, Reason.MISSING);
      } else if (!Arrays.equals(computed, row.getBytes("hash"))) {
        broken = new Break(no, next, Reason.CHANGED);
      } else {
        seq = next;
        hash = computed;
      }
    }
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        instant(row),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("roles"),
        row.getString("action"),
        row.getString("subject_type"),
        row.getObject("subject_id", UUID.class),
        row.getString("area"),
        row.getString("reason"),
        row.getString("request_id"),
        row.getString("before_json"),
        row.getString("after_json"));
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
