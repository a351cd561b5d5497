package org.gonghui.kit.inbox;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.gonghui.kit.outbox.Message;
import org.gonghui.kit.outbox.OutboxTable;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** Events that a handler could not take. */
@ApplicationScoped
class DeadLetters {
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int MAX_PAYLOAD = 200_000;
  private static final String INSERT =
      """
      insert into dead_letter (id, event_id, handler, type, subject, event_time, topic, partition,
        record_offset, payload, reason, detail, died_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (event_id, handler) do nothing
      """;
  private static final String LIST =
      """
      select * from dead_letter
      where (replayed_at is not null) = ? and (?::uuid is null or id > ?::uuid)
      order by id limit ?
      """;

  private final DataSource database;
  private final OutboxTable outbox;

  DeadLetters(DataSource database, OutboxTable outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  /** Keeps it for operations and publishes it on the topic's dead-letter queue, as one. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void putAside(Received event, String handler, Reason reason, Instant now) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, Uuid7.next());
      insert.setObject(2, event.id());
      insert.setString(3, handler);
      insert.setString(4, event.type());
      insert.setString(5, event.headers().getOrDefault("ce_subject", event.key()));
      insert.setObject(
          6, event.envelope().map(it -> it.time().atOffset(ZoneOffset.UTC)).orElse(null));
      insert.setString(7, event.topic());
      insert.setInt(8, event.partition());
      insert.setLong(9, event.offset());
      insert.setString(10, event.payload());
      insert.setString(11, reason.code());
      insert.setString(12, reason.detail());
      insert.setObject(13, now.atOffset(ZoneOffset.UTC));
      if (insert.executeUpdate() == 1) {
        outbox.add(List.of(letter(event, handler, reason)));
      }
    } catch (SQLException cause) {
      throw new IllegalStateException("a dead letter cannot be kept", cause);
    }
  }

  List<DeadLetter> list(boolean replayed, @Nullable UUID after, int limit) {
    return query(LIST, replayed, after, after, limit);
  }

  DeadLetter require(UUID id) {
    return query("select * from dead_letter where id = ?", id).stream()
        .findFirst()
        .orElseThrow(() -> NOT_FOUND.because("no dead letter of that id"));
  }

  /** The same, held against others who replay it. */
  DeadLetter hold(UUID id) {
    return query("select * from dead_letter where id = ? for update", id).stream()
        .findFirst()
        .orElseThrow(() -> NOT_FOUND.because("no dead letter of that id"));
  }

  void noteReplay(UUID id, String by, Instant now) {
    var sql = "update dead_letter set replayed_at = ?, replayed_by = ? where id = ?";
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(sql)) {
      update.setObject(1, now.atOffset(ZoneOffset.UTC));
      update.setString(2, by);
      update.setObject(3, id);
      update.executeUpdate();
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private List<DeadLetter> query(String sql, @Nullable Object... values) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      var found = new ArrayList<DeadLetter>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(read(rows));
        }
      }
      return found;
    } catch (SQLException cause) {
      throw new IllegalStateException("dead letters cannot be read", cause);
    }
  }

  private static DeadLetter read(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getObject("id", UUID.class),
        row.getObject("event_id", UUID.class),
        row.getString("handler"),
        row.getString("type"),
        row.getString("subject"),
        instant(row, "event_time"),
        "%s/%d/%d"
            .formatted(
                row.getString("topic"), row.getInt("partition"), row.getLong("record_offset")),
        row.getString("reason"),
        row.getString("detail"),
        row.getObject("died_at", OffsetDateTime.class).toInstant(),
        instant(row, "replayed_at"),
        row.getString("replayed_by"),
        row.getString("payload"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Message letter(Received event, String handler, Reason reason) {
    var headers = new LinkedHashMap<String, String>();
    event
        .headers()
        .forEach(
            (name, value) -> {
              if (HEADER_NAME.matcher(name).matches()) {
                headers.put(name, value.replaceAll("\\R", " "));
              }
            });
    headers.put("dlq_reason", reason.code());
    headers.put("dlq_detail", reason.detail().replaceAll("\\R", " "));
    headers.put("dlq_handler", handler);
    headers.put("dlq_partition", String.valueOf(event.partition()));
    headers.put("dlq_offset", String.valueOf(event.offset()));
    var payload = event.payload();
    var kept = payload.length() > MAX_PAYLOAD ? payload.substring(0, MAX_PAYLOAD) : payload;
    return new Message(event.topic() + ".dlq", event.key(), headers, kept);
  }

  /** Why it died: a code, and a detail without personal data. */
  record Reason(String code, String detail) {}

  /** One as operations see it; place is topic, partition and offset. */
  record DeadLetter(
      UUID id,
      UUID eventId,
      String handler,
      String type,
      @Nullable String subject,
      @Nullable Instant time,
      String place,
      String reason,
      String detail,
      Instant diedAt,
      @Nullable Instant replayedAt,
      @Nullable String replayedBy,
      String payload) {}
}
