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
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.gonghui.gateway.partner.PartnerKey.Bounds;
import org.gonghui.gateway.partner.PartnerKey.Holder;
import org.gonghui.gateway.partner.PartnerKey.Proof;
import org.gonghui.gateway.partner.PartnerKey.Quota;

/** Partners and keys in the gateway's own database, as the door reads them. */
@Singleton
public class PartnerStore {
  private static final String ALL_KEYS =
      """
      select k.uid, k.public_id, k.secret_hash, k.pepper_version, p.status = 'ACTIVE' as active,
             k.not_before, k.expires_at, k.scopes, p.id as partner, p.name as partner_name, p.area,
             p.providers, k.addresses, k.per_second, k.burst, k.monthly_quota, k.quota_of
        from partner_key k join partner p on p.id = k.partner_id
       where k.status = 'ACTIVE' and k.expires_at > now()
      """;
  // What operations have touched is theirs; a start does not undo it.
  private static final String SAVE_PARTNER =
      """
      insert into partner (id, name, area, providers) values (?, ?, ?, ?)
      on conflict (id) do update
        set name = excluded.name, area = excluded.area, providers = excluded.providers
      where partner.version = 0
      """;
  private static final String SAVE_KEY =
      """
      insert into partner_key (uid, quota_of, public_id, partner_id, secret_hash, pepper_version,
                               scopes, not_before, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (public_id) do update
        set secret_hash = excluded.secret_hash, scopes = excluded.scopes,
            not_before = excluded.not_before, expires_at = excluded.expires_at
      where partner_key.version = 0
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
        row.getObject("uid", UUID.class),
        row.getString("public_id"),
        new Proof(row.getBytes("secret_hash"), row.getInt("pepper_version")),
        row.getBoolean("active"),
        row.getObject("not_before", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        texts(row.getArray("scopes")),
        new Holder(
            row.getString("partner"),
            row.getString("partner_name"),
            row.getString("area"),
            texts(row.getArray("providers"))),
        bounds(row));
  }

  private static Bounds bounds(ResultSet row) throws SQLException {
    var quota = row.getObject("monthly_quota", Long.class);
    return new Bounds(
        texts(row.getArray("addresses")).stream()
            .map(range -> Objects.requireNonNull(AddressRange.parse(range)))
            .toList(),
        row.getObject("per_second", Integer.class),
        row.getObject("burst", Integer.class),
        quota == null ? null : new Quota(row.getObject("quota_of", UUID.class), quota));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  /** Makes partner and key known, or brings them up to date. */
  public void save(PartnerKey key) throws SQLException {
    try (var connection = database.getConnection()) {
      savePartner(connection, key.holder());
      saveKey(connection, key);
    }
  }

  private static void savePartner(Connection connection, Holder holder) throws SQLException {
    try (var statement = connection.prepareStatement(SAVE_PARTNER)) {
      statement.setString(1, holder.code());
      statement.setString(2, holder.name());
      statement.setString(3, holder.area());
      statement.setArray(4, connection.createArrayOf("text", holder.providers().toArray()));
      statement.executeUpdate();
    }
  }

  private static void saveKey(Connection connection, PartnerKey key) throws SQLException {
    try (var statement = connection.prepareStatement(SAVE_KEY)) {
      statement.setObject(1, key.id());
      statement.setObject(2, key.id());
      statement.setString(3, key.publicId());
      statement.setString(4, key.holder().code());
      statement.setBytes(5, key.proof().secretHash());
      statement.setInt(6, key.proof().pepperVersion());
      statement.setArray(7, connection.createArrayOf("text", key.scopes().toArray()));
      statement.setObject(8, key.notBefore().atOffset(ZoneOffset.UTC));
      statement.setObject(9, key.expiresAt().atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }
}
