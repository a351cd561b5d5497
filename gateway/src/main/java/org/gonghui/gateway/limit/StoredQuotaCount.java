package org.gonghui.gateway.limit;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.gonghui.gateway.limit.Quota.Wish;

/** The count in the gateways' common database. */
@Singleton
class StoredQuotaCount implements QuotaCount {
  private static final String TAKE =
      """
      insert into quota_use (quota_of, month, taken)
      values (?, ?, greatest(?::bigint, least(?::bigint, ?::bigint)))
      on conflict (quota_of, month) do update
        set taken = greatest(0, quota_use.taken + ?,
                             least(quota_use.taken + ?, greatest(?, quota_use.taken)))
      returning coalesce(old.taken, 0), new.taken
      """;

  private final DataSource database;

  StoredQuotaCount(DataSource database) {
    this.database = database;
  }

  /** One statement, so that two gateways never take the same. */
  @Override
  public Taken take(Wish wish) throws SQLException {
    var whole = wish.debt() + wish.portion();
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(TAKE)) {
      statement.setObject(1, wish.of());
      statement.setObject(2, wish.month());
      statement.setLong(3, Math.max(0, wish.debt()));
      statement.setLong(4, Math.max(0, whole));
      statement.setLong(5, wish.monthly());
      statement.setLong(6, wish.debt());
      statement.setLong(7, whole);
      statement.setLong(8, wish.monthly());
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("the count of a quota gave nothing back");
        }
        var before = row.getLong(1);
        var now = row.getLong(2);
        return new Taken(Math.max(0, now - before - wish.debt()), now);
      }
    }
  }
}
