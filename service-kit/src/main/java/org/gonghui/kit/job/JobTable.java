package org.gonghui.kit.job;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** The rows behind jobs. */
@ApplicationScoped
class JobTable {
  private static final String INSERT =
      """
      insert into job (id, kind, business_key, area, started_by, parameters, created_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (kind, business_key) where state in ('QUEUED', 'RUNNING') do nothing
      """;
  private static final String ACTIVE =
      "select id from job where kind = ? and business_key = ? and state in ('QUEUED', 'RUNNING')";
  private static final String CLAIM =
      """
      update job set state = 'RUNNING', run = run + 1 where id = ? and state in ('QUEUED', 'RUNNING')
      returning *
      """;
  private static final String SAVE =
      """
      update job set cursor = ?, done = ?, total = ?, counts = ?, faults = ?, failures = 0
      where id = ? and run = ? and state = 'RUNNING'
      """;
  private static final String END =
      """
      update job set state = ?, finished_at = ?, faults = coalesce(?, faults)
      where id = ? and state in ('QUEUED', 'RUNNING')
      """;
  private static final String COUNT_FAILURE =
      "update job set failures = failures + 1 where id = ? returning failures";

  private final DataSource database;
  private final JobJson json;
  private final Clock clock;

  JobTable(DataSource database, JobJson json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /** A row of the table. */
  record Row(JobView view, Starter starter, String parameters, int run, @Nullable String cursor) {}

  /** The new job, or nothing when one of that kind and key is already active. */
  Optional<UUID> insert(String kind, String key, String area, Starter starter, Object parameters) {
    var id = Uuid7.next();
    return use(
        INSERT,
        insert -> {
          insert.setObject(1, id);
          var texts = List.of(kind, key, area, json.write(starter), json.write(parameters));
          for (var i = 0; i < texts.size(); i++) {
            insert.setString(2 + i, texts.get(i));
          }
          insert.setObject(7, now());
          return insert.executeUpdate() == 1 ? Optional.of(id) : Optional.<UUID>empty();
        });
  }

  Optional<UUID> findActive(String kind, String key) {
    return use(
        ACTIVE,
        query -> {
          query.setString(1, kind);
          query.setString(2, key);
          try (var row = query.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.<UUID>empty();
          }
        });
  }

  Optional<Row> find(UUID id) {
    return row("select * from job where id = ?", id);
  }

  /** Begins a new run of a live job; steps of an earlier run can no longer commit. */
  Optional<Row> claim(UUID id) {
    return row(CLAIM, id);
  }

  /** Stores what a step did; false when the job was cancelled or another run has begun. */
  boolean save(StepRun<?> step) {
    return use(
        SAVE,
        update -> {
          update.setString(1, step.cursor());
          update.setLong(2, step.done());
          update.setLong(3, step.total());
          update.setString(4, json.write(step.counts()));
          update.setString(5, json.write(step.faults()));
          update.setObject(6, step.jobId());
          update.setInt(7, step.run());
          return update.executeUpdate() == 1;
        });
  }

  boolean end(UUID id, JobView.State state, @Nullable List<Fault> faults) {
    return use(
        END,
        update -> {
          update.setString(1, state.name());
          update.setObject(2, now());
          update.setString(3, faults == null ? null : json.write(faults));
          update.setObject(4, id);
          return update.executeUpdate() == 1;
        });
  }

  int countFailure(UUID id) {
    return use(
        COUNT_FAILURE,
        update -> {
          update.setObject(1, id);
          try (var row = update.executeQuery()) {
            return row.next() ? row.getInt(1) : Integer.MAX_VALUE;
          }
        });
  }

  private Optional<Row> row(String sql, UUID id) {
    return use(
        sql,
        query -> {
          query.setObject(1, id);
          try (var row = query.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.<Row>empty();
          }
        });
  }

  Row read(ResultSet row) throws SQLException {
    var finished = row.getObject("finished_at", OffsetDateTime.class);
    var view =
        new JobView(
            row.getObject("id", UUID.class),
            row.getString("kind"),
            JobView.State.valueOf(row.getString("state")),
            row.getLong("done"),
            row.getLong("total"),
            json.parse(
                row.getString("counts"), new TypeReference<LinkedHashMap<String, Long>>() {}),
            json.parse(row.getString("faults"), new TypeReference<List<Fault>>() {}),
            instant(row.getObject("created_at", OffsetDateTime.class)),
            finished == null ? null : instant(finished),
            row.getString("area"));
    return new Row(
        view,
        json.parse(row.getString("started_by"), new TypeReference<Starter>() {}),
        row.getString("parameters"),
        row.getInt("run"),
        row.getString("cursor"));
  }

  private static Instant instant(OffsetDateTime at) {
    return at.toInstant();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private <T> T use(String sql, Use<T> use) {
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      return use.of(statement);
    } catch (SQLException cause) {
      throw new IllegalStateException("the job table cannot be used", cause);
    }
  }

  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }
}
