package org.gonghui.kit.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeSet;
import org.gonghui.kit.outbox.Message;

/**
 * The shards that one relay owns, by advisory locks of its database session: when the process or
 * the connection dies, so do they. Relays count each other by a second kind of lock and share
 * alike.
 */
final class ShardLocks {
  private static final int SHARD = 7101;
  private static final int MEMBER = 7102;
  private static final int MAX_MEMBERS = 64;

  private final Connection connection;
  private final TreeSet<Integer> owned = new TreeSet<>();
  private int place = -1;

  ShardLocks(Connection connection) {
    this.connection = connection;
  }

  Short[] owned() {
    return owned.stream().map(Integer::shortValue).toArray(Short[]::new);
  }

  boolean ownsAll() {
    return owned.size() == Message.SHARDS;
  }

  boolean ownsNone() {
    return owned.isEmpty();
  }

  /**
   * Takes or gives back shards until the share is fair; only while nothing is in flight. Says
   * whether there are new ones.
   */
  boolean balance() throws SQLException {
    if (place < 0) {
      takePlace();
    }
    var share = Math.ceilDiv(Message.SHARDS, Math.max(1, members()));
    while (owned.size() > share) {
      var last = owned.pollLast();
      ask("select pg_advisory_unlock(?, ?)", SHARD, last);
    }
    var before = owned.size();
    for (var i = 0; i < Message.SHARDS && owned.size() < share; i++) {
      // Each starts its search elsewhere, so that two do not run after the same locks.
      var shard = (i + place * share) % Message.SHARDS;
      if (!owned.contains(shard) && ask("select pg_try_advisory_lock(?, ?)", SHARD, shard)) {
        owned.add(shard);
      }
    }
    return owned.size() > before;
  }

  private void takePlace() throws SQLException {
    for (var free = 0; free < MAX_MEMBERS && place < 0; free++) {
      if (ask("select pg_try_advisory_lock(?, ?)", MEMBER, free)) {
        place = free;
      }
    }
  }

  private int members() throws SQLException {
    var sql =
        """
        select count(*) from pg_locks
        where locktype = 'advisory' and classid = ? and objsubid = 2 and granted
          and database = (select oid from pg_database where datname = current_database())
        """;
    try (var query = connection.prepareStatement(sql)) {
      query.setInt(1, MEMBER);
      try (var answer = query.executeQuery()) {
        answer.next();
        return answer.getInt(1);
      }
    }
  }

  private boolean ask(String sql, int kind, int number) throws SQLException {
    try (var query = connection.prepareStatement(sql)) {
      query.setInt(1, kind);
      query.setInt(2, number);
      try (var answer = query.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
