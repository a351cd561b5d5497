package org.gonghui.kit.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Seals a column anew after the keys have rotated, a portion at a time. */
@Singleton
public class Resealing {
  private final Seal seal;
  private final DataSource database;

  Resealing(Seal seal, DataSource database) {
    this.seal = seal;
    this.database = database;
  }

  /**
   * Renews up to that many values of an {@code id uuid} table; call it until it returns 0.
   *
   * @param table and column come from code, never from a caller
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int renew(String table, String column, int most) throws SQLException {
    try (var connection = database.getConnection()) {
      return renew(connection, table, column, most);
    }
  }

  private int renew(Connection connection, String table, String column, int most)
      throws SQLException {
    var outdated =
        """
        select id, %2$s from %1$s
        where %2$s is not null and substring(%2$s from 2 for 4) <> int4send(?)
        limit ? for update skip locked
        """
            .formatted(table, column);
    var replace = "update %s set %s = ? where id = ?".formatted(table, column);
    try (var select = connection.prepareStatement(outdated);
        var update = connection.prepareStatement(replace)) {
      select.setInt(1, seal.primaryKeyId());
      select.setInt(2, most);
      var renewed = 0;
      try (var rows = select.executeQuery()) {
        for (; rows.next(); renewed++) {
          update.setBytes(1, seal.renew(rows.getBytes(2)));
          update.setObject(2, rows.getObject(1));
          update.addBatch();
        }
      }
      update.executeBatch();
      return renewed;
    }
  }
}
