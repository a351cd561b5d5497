package org.gonghui.kit.inbox;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.sample.Notes;
import org.gonghui.kit.testing.TestKafka;
import org.gonghui.kit.testing.TestListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboxTest {
  private static final String TOPIC = "gonghui.sample.note";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Inject Notes notes;
  @Inject Config config;
  @Inject InboxRetention retention;
  @Inject DataSource database;
  private final String key = UUID.randomUUID().toString();
  private KafkaProducer<String, String> producer;

  @BeforeEach
  void open() throws SQLException {
    var text = new StringSerializer();
    producer =
        new KafkaProducer<>(Map.of("bootstrap.servers", TestKafka.bootstrapServers()), text, text);
    try (var connection =
            DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
        var statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists kept_note (id bigserial primary key, text text)");
    }
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void however_often_an_event_comes_it_has_one_effect() {
    var id = UUID.randomUUID();
    for (var copy = 0; copy < 5; copy++) {
      send(id, "once " + key);
    }
    send(UUID.randomUUID(), "last " + key);

    awaitKept("last " + key);

    assertThat(notes.kept()).containsOnlyOnce("once " + key);
  }

  @Test
  void a_fault_that_passes_is_retried_in_place_and_holds_up_what_follows() {
    send(UUID.randomUUID(), "stumble " + key);
    send(UUID.randomUUID(), "after " + key);

    awaitKept("after " + key);

    assertThat(notes.kept())
        .containsSubsequence("stumble " + key, "after " + key)
        .containsOnlyOnce("stumble " + key);
  }

  @Test
  void a_refused_event_goes_to_the_dead_letters_and_can_be_replayed_once_mended() throws Exception {
    var id = UUID.randomUUID();
    send(id, "unwelcome " + key);
    send(UUID.randomUUID(), "next " + key);
    awaitKept("next " + key);
    assertThat(notes.kept()).doesNotContain("unwelcome " + key);
    try (var queue = TestListener.on(TOPIC + ".dlq")) {
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> queue.soFar().stream().anyMatch(it -> it.key().equals(key)));
      var letter =
          queue.soFar().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
      assertThat(letter.headers())
          .containsEntry("ce_id", id.toString())
          .containsEntry("dlq_reason", "UNWELCOME")
          .containsEntry("dlq_handler", "Notes");
    }
    var ops = a(Role.OPS, "3306");
    var letter = deadLetterOf(id);
    ops.request()
        .get("/api/kit/v1/dead-letters/" + letter)
        .then()
        .statusCode(200)
        .body("letter.reason", equalTo("UNWELCOME"))
        .body("payload", equalTo("{\"text\":\"unwelcome " + key + "\",\"more\":1}"));
    ops.request()
        .post("/api/kit/v1/dead-letters/" + letter + "/replay")
        .then()
        .spec(problem(Notes.UNWELCOME));

    notes.welcome("unwelcome " + key);
    ops.request()
        .header("Idempotency-Key", "replay-" + key)
        .post("/api/kit/v1/dead-letters/" + letter + "/replay")
        .then()
        .statusCode(200)
        .body("replayedBy", equalTo("ops.3306"));

    assertThat(notes.kept()).containsOnlyOnce("unwelcome " + key);
    ops.request()
        .post("/api/kit/v1/dead-letters/" + letter + "/replay")
        .then()
        .spec(problem(Inbox.ALREADY_REPLAYED));
    send(id, "unwelcome " + key);
    send(UUID.randomUUID(), "much later " + key);
    awaitKept("much later " + key);
    assertThat(notes.kept()).containsOnlyOnce("unwelcome " + key);
  }

  @Test
  void an_unreadable_event_is_put_aside_and_the_next_is_handled() {
    var broken = UUID.randomUUID();
    var withNul = UUID.randomUUID();
    producer.send(record(broken.toString(), "{\"text\":"));
    producer.send(record(withNul.toString(), "{\"text\":\"\0\"}"));
    producer.send(record("no uuid at all", "{\"text\":\"x\"}"));
    send(UUID.randomUUID(), "sound " + key);

    awaitKept("sound " + key);

    a(Role.OPS, "3306")
        .request()
        .queryParam("limit", 200)
        .get("/api/kit/v1/dead-letters")
        .then()
        .statusCode(200)
        .body("items.eventId", hasItem(broken.toString()))
        .body("items.find { it.eventId == '" + broken + "' }.reason", equalTo("MALFORMED_EVENT"));
  }

  @Test
  void what_was_taken_is_forgotten_after_its_time() throws SQLException {
    var event = UUID.randomUUID();
    var mark = "insert into inbox values ('%s', 'Old', now() - interval '89 days')";
    assertThat(sql(mark.formatted(event))).isEqualTo(1);

    retention.run(Instant.now());
    assertThat(sql("update inbox set handler = 'Old' where event_id = '%s'".formatted(event)))
        .isEqualTo(1);
    retention.run(Instant.now().plus(Duration.ofDays(2)));

    assertThat(sql("delete from inbox where event_id = '%s'".formatted(event))).isZero();
  }

  @Test
  void only_operations_see_dead_letters_and_the_outbox() {
    var officer = a(Role.OFFICER, "3306");

    officer.request().get("/api/kit/v1/dead-letters").then().statusCode(403);
    officer.request().get("/api/kit/v1/dead-letters/" + key).then().statusCode(403);
    officer.request().post("/api/kit/v1/dead-letters/" + key + "/replay").then().statusCode(403);
    officer.request().get("/api/kit/v1/outbox/state").then().statusCode(403);
    a(Role.OPS, "3306")
        .request()
        .get("/api/kit/v1/outbox/state")
        .then()
        .statusCode(200)
        .body("backlog", equalTo(0));
    assertThat(given().get("/q/metrics").asString())
        .contains("gonghui_outbox_backlog", "gonghui_outbox_oldest_seconds");
  }

  private int sql(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private String deadLetterOf(UUID event) {
    return a(Role.OPS, "3306")
        .request()
        .queryParam("limit", 200)
        .get("/api/kit/v1/dead-letters")
        .path("items.find { it.eventId == '" + event + "' }.id");
  }

  private void awaitKept(String text) {
    Awaitility.await().atMost(PATIENCE).until(() -> notes.kept().contains(text));
  }

  private void send(UUID id, String text) {
    producer.send(record(id.toString(), "{\"text\":\"%s\",\"more\":1}".formatted(text)));
  }

  private ProducerRecord<String, String> record(String id, String payload) {
    var record = new ProducerRecord<>(TOPIC, key, payload);
    record.headers().add("ce_id", id.getBytes(UTF_8));
    record.headers().add("ce_type", Notes.TYPE.getBytes(UTF_8));
    record.headers().add("ce_subject", key.getBytes(UTF_8));
    record.headers().add("odd: name", "two\nlines".getBytes(UTF_8));
    record.headers().add("ce_time", "2017-06-01T04:00:00Z".getBytes(UTF_8));
    return record;
  }
}
