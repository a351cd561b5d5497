package org.gonghui.kit.operations;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The processes that serve from one database. Each says every few seconds that it lives, by the
 * database's clock, so that no two machines' clocks are compared; one that was killed stays in the
 * list with its silence for a while.
 */
@Singleton
class Instances {
  private static final String SAY =
      """
      insert into service_instance (id, address, version, started_at, seen_at)
      values (?, ?, ?, clock_timestamp(), clock_timestamp())
      on conflict (id) do update set seen_at = excluded.seen_at
      """;
  private static final String FORGET_THE_DEAD =
      "delete from service_instance where seen_at < clock_timestamp() - interval '10 minutes'";
  private static final String LIST =
      """
      select *, greatest(0, extract(epoch from clock_timestamp() - seen_at)) as quiet
      from service_instance order by started_at, id limit 200
      """;

  private final DataSource database;

  Instances(DataSource database) {
    this.database = database;
  }

  void sayAlive(UUID id, String address, String version) {
    update(
        SAY,
        insert -> {
          insert.setObject(1, id);
          insert.setString(2, address);
          insert.setString(3, version);
        });
    update(FORGET_THE_DEAD, _ -> {});
  }

  void sayGone(UUID id) {
    update("delete from service_instance where id = ?", delete -> delete.setObject(1, id));
  }

  List<Instance> list() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(LIST);
        var rows = query.executeQuery()) {
      var found = new ArrayList<Instance>();
      while (rows.next()) {
        found.add(
            new Instance(
                rows.getObject("id", UUID.class),
                rows.getString("address"),
                rows.getString("version"),
                rows.getObject("started_at", OffsetDateTime.class).toInstant(),
                rows.getLong("quiet")));
      }
      return found;
    } catch (SQLException cause) {
      throw new IllegalStateException("the instances cannot be read", cause);
    }
  }

  private void update(String sql, Filling filling) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      filling.fill(statement);
      statement.executeUpdate();
    } catch (SQLException cause) {
      throw new IllegalStateException("the instances cannot be written", cause);
    }
  }

  private interface Filling {
    void fill(PreparedStatement statement) throws SQLException;
  }

  /** One process; alive as long as it has not been quiet for long. */
  public record Instance(
      UUID id, String address, String version, Instant startedAt, long quietSeconds) {}
}
