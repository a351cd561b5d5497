package org.gonghui.gateway.partner;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Partners and keys in the gateway's own database. */
@Singleton
public class PartnerStore {
  private static final String ALL_KEYS =
      """
      select k.public_id, k.secret_hash, k.status = 'ACTIVE' and p.status = 'ACTIVE',
             k.not_before, k.expires_at, k.scopes, p.id, p.name, p.area, p.providers
        from partner_key k join partner p on p.id = k.partner_id
      """;
  private static final String SAVE_PARTNER =
      """
      insert into partner (id, name, area, providers) values (?, ?, ?, ?)
      on conflict (id) do update
        set name = excluded.name, area = excluded.area, providers = excluded.providers
      """;
  private static final String SAVE_KEY =
      """
      insert into partner_key (public_id, partner_id, secret_hash, scopes, not_before, expires_at)
      values (?, ?, ?, ?, ?, ?)
      on conflict (public_id) do update
        set secret_hash = excluded.secret_hash, scopes = excluded.scopes,
            not_before = excluded.not_before, expires_at = excluded.expires_at
      """;

  private final DataSource database;

  public PartnerStore(DataSource database) {
    this.database = database;
  }

  /** Grows with every change, in the transaction that makes it. */
  long revision() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select revision from partner_revision")) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  Map<String, PartnerKey> loadAll() throws SQLException {
    var keys = new HashMap<String, PartnerKey>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(ALL_KEYS)) {
      while (rows.next()) {
        var key = key(rows);
        keys.put(key.publicId(), key);
      }
    }
    return Map.copyOf(keys);
  }

  private static PartnerKey key(ResultSet row) throws SQLException {
    return new PartnerKey(
        row.getString(1),
        row.getBytes(2),
        row.getBoolean(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        texts(row.getArray(6)),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        texts(row.getArray(10)));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  /** Makes partner and key known, or brings them up to date. */
  public void save(PartnerKey key) throws SQLException {
    try (var connection = database.getConnection()) {
      savePartner(connection, key);
      saveKey(connection, key);
    }
  }

  private static void savePartner(Connection connection, PartnerKey key) throws SQLException {
    try (var statement = connection.prepareStatement(SAVE_PARTNER)) {
      statement.setString(1, key.partnerId());
      statement.setString(2, key.partnerName());
      statement.setString(3, key.area());
      statement.setArray(4, connection.createArrayOf("text", key.providers().toArray()));
      statement.executeUpdate();
    }
  }

  private static void saveKey(Connection connection, PartnerKey key) throws SQLException {
    try (var statement = connection.prepareStatement(SAVE_KEY)) {
      statement.setString(1, key.publicId());
      statement.setString(2, key.partnerId());
      statement.setBytes(3, key.secretHash());
      statement.setArray(4, connection.createArrayOf("text", key.scopes().toArray()));
      statement.setObject(5, key.notBefore().atOffset(ZoneOffset.UTC));
      statement.setObject(6, key.expiresAt().atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }
}
