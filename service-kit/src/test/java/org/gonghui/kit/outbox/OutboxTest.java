package org.gonghui.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.sample.NoteEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OutboxTest.WithoutRelay.class)
class OutboxTest {
  private static final Instant NOON = Instant.parse("2017-06-01T04:00:00Z");

  @Inject Outbox outbox;
  @Inject DataSource database;
  @Inject Tracer tracer;

  /** Rows stay where they are. */
  public static class WithoutRelay implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("gonghui.relay.enabled", "false");
    }
  }

  @BeforeEach
  void empty() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("delete from outbox");
    }
  }

  @Test
  void an_event_is_stored_with_its_cloud_events_envelope() throws SQLException {
    var note = UUID.fromString("0198d5c2-0000-7000-8000-000000000001");

    QuarkusTransaction.requiringNew()
        .run(() -> outbox.record(new NoteEvent.Written(note, 1, Money.of("1938.00"), NOON)));

    var row = rows().getFirst();
    assertThat(row.topic).isEqualTo("gonghui.kit.note");
    assertThat(row.key).isEqualTo(note.toString());
    assertThat(row.payload)
        .isEqualTo(
            """
            {"noteId":"%s","line":1,"fee":"1938.00","at":"2017-06-01T04:00:00Z"}"""
                .formatted(note));
    assertThat(row.headers.lines())
        .contains(
            "ce_specversion: 1.0",
            "ce_source: /gonghui/kit",
            "ce_type: org.gonghui.kit.note.written.v1",
            "ce_subject: " + note,
            "ce_time: 2017-06-01T04:00:00Z",
            "ce_dataschema: urn:gonghui:event:kit.note.written.v1",
            "content-type: application/json")
        .anyMatch(line -> line.matches("ce_id: [0-9a-f-]{36}"));
  }

  @Test
  void an_event_carries_the_trace_of_what_caused_it() throws SQLException {
    var span = tracer.spanBuilder("burning").startSpan();

    try (var _ = span.makeCurrent()) {
      QuarkusTransaction.requiringNew()
          .run(() -> outbox.record(new NoteEvent.Burnt(UUID.randomUUID(), NOON)));
    } finally {
      span.end();
    }

    var trace = span.getSpanContext().getTraceId();
    assertThat(rows().getFirst().headers.lines())
        .anyMatch(line -> line.startsWith("traceparent: 00-" + trace));
  }

  @Test
  void a_thousand_events_are_stored_in_their_order() throws SQLException {
    var note = UUID.randomUUID();
    var events =
        IntStream.range(0, 1000)
            .mapToObj(line -> new NoteEvent.Written(note, line, Money.ZERO, NOON))
            .toList();

    QuarkusTransaction.requiringNew().run(() -> outbox.recordAll(events));

    var rows = rows();
    assertThat(rows).hasSize(1000);
    assertThat(rows.get(537).payload).contains("\"line\":537");
    assertThat(rows).extracting(Row::shard).containsOnly(rows.getFirst().shard);
  }

  @Test
  void what_is_rolled_back_leaves_no_event() throws SQLException {
    var burnt = new NoteEvent.Burnt(UUID.randomUUID(), NOON);

    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          outbox.record(burnt);
                          throw new IllegalStateException("changed my mind");
                        }))
        .hasMessage("changed my mind");

    assertThat(rows()).isEmpty();
  }

  @Test
  void without_a_transaction_nothing_can_be_recorded() {
    var burnt = new NoteEvent.Burnt(UUID.randomUUID(), NOON);

    assertThatThrownBy(() -> outbox.record(burnt)).hasMessageContaining("ARJUNA");
  }

  private List<Row> rows() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from outbox order by id")) {
      var found = new ArrayList<Row>();
      while (rows.next()) {
        found.add(
            new Row(
                rows.getInt("shard"),
                rows.getString("topic"),
                rows.getString("key"),
                rows.getString("headers"),
                rows.getString("payload")));
      }
      return found;
    }
  }

  private record Row(int shard, String topic, String key, String headers, String payload) {}
}
