package org.gonghui.kit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest {
  private static final String STATE = "/api/kit/v1/operations/state";
  private static final TestCaller OPS = a(Role.OPS, "3306");

  @Inject Instances instances;
  @Inject DataSource database;

  @Test
  void every_process_says_that_it_lives() {
    await().atMost(Duration.ofSeconds(30)).until(() -> !instances.list().isEmpty());

    var state = state();

    assertThat(state.getString("service")).isEqualTo("kit");
    assertThat(state.getLong("instances.quietSeconds.min()")).isLessThan(30);
    assertThat(state.getString("instances[0].address")).contains(":");
  }

  @Test
  void a_killed_process_is_seen_to_be_silent_and_is_forgotten_in_the_end() throws SQLException {
    var killed = UUID.randomUUID();
    var forgotten = UUID.randomUUID();
    instances.sayAlive(killed, "elsewhere:1", "1");
    instances.sayAlive(forgotten, "elsewhere:2", "1");
    fallSilent(killed, "9 minutes");
    fallSilent(forgotten, "11 minutes");

    instances.sayAlive(UUID.randomUUID(), "elsewhere:3", "1");

    var silence = "instances.find { it.id == '%s' }.quietSeconds".formatted(killed);
    assertThat(state().getLong(silence)).isGreaterThanOrEqualTo(540);
    assertThat(state().getList("instances.id")).doesNotContain(forgotten.toString());
  }

  @Test
  void a_process_that_ends_in_order_leaves_the_list() {
    var id = UUID.randomUUID();
    instances.sayAlive(id, "elsewhere:4", "1");

    instances.sayGone(id);

    assertThat(state().getList("instances.id")).doesNotContain(id.toString());
  }

  @Test
  void what_waits_is_counted() throws SQLException {
    var before = state().getLong("deadLetters");
    sql(
        """
        insert into dead_letter (id, event_id, handler, type, topic, partition, record_offset,
          payload, reason, detail, died_at)
        values (gen_random_uuid(), gen_random_uuid(), 'None', 't', 'topic', 0, 0, '{}', 'R', 'd',
          now())
        """);

    var state = state();

    assertThat(state.getLong("deadLetters")).isGreaterThan(before);
    assertThat(state.getLong("outbox.backlog")).isNotNegative();
    assertThat(state.getLong("queuedJobs") + state.getLong("runningJobs")).isNotNegative();
  }

  @Test
  void areas_are_told_to_everybody_who_is_known() {
    a(Role.MEMBER, "3306")
        .request()
        .get("/api/kit/v1/areas?below=330602&on=2017-06-01")
        .then()
        .statusCode(200)
        .body("code", everyItem(startsWith("330602")))
        .body("size()", greaterThan(10))
        .body("name", hasItem("蕺山街道"))
        .body("[0].parent", equalTo("3306"));
    OPS.request().get("/api/kit/v1/areas?on=2020-06-01").then().body("name", not(hasItem("蕺山街道")));
    OPS.request().get("/api/kit/v1/areas?below=x").then().statusCode(400);
  }

  @Test
  void nobody_else_sees_how_a_service_stands() {
    a(Role.OFFICER, "3306").request().get(STATE).then().statusCode(403);
  }

  private static JsonPath state() {
    var answer = OPS.request().get(STATE);
    answer.then().statusCode(200);
    return answer.jsonPath();
  }

  private void fallSilent(UUID id, String since) throws SQLException {
    sql(
        "update service_instance set seen_at = now() - interval '%s' where id = '%s'"
            .formatted(since, id));
  }

  private void sql(String update) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(update)).isEqualTo(1);
    }
  }
}
