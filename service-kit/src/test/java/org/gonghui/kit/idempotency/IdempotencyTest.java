package org.gonghui.kit.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.idempotency.IdempotencyProblems.KEY_INVALID;
import static org.gonghui.kit.idempotency.IdempotencyProblems.KEY_MISSING;
import static org.gonghui.kit.idempotency.IdempotencyProblems.KEY_REUSED;
import static org.gonghui.kit.idempotency.IdempotencyProblems.STILL_RUNNING;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.problem.Problems;
import org.gonghui.kit.testing.TestCaller;
import org.gonghui.kit.testing.TestClock;
import org.gonghui.kit.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest {
  private static final String COINS = "/api/kit/v1/coins";
  private static final TestCaller FINANCE = a(Role.FINANCE, "3306");
  private static final String ONE = "{\"worth\":\"1.00\"}";

  @Inject DataSource database;
  @Inject TestClock clock;
  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void empty() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("delete from coin");
    }
    CoinResource.started = new CountDownLatch(1);
    CoinResource.mayEnd = new CountDownLatch(1);
  }

  @AfterEach
  void let_the_clock_run() {
    clock.run();
  }

  @Test
  void the_same_request_again_gets_the_same_answer_and_has_no_second_effect() {
    var first = post("", key, ONE);
    var second = post("", key, ONE);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("ETag")).isEqualTo("\"0\"");
    assertThat(second.contentType()).isEqualTo(first.contentType());
    assertThat(coins()).isEqualTo(1);
  }

  @Test
  void plain_and_empty_answers_are_replayed_too() {
    var plain = post("/plain", key, ONE);
    var again = post("/plain", key, ONE);
    var silent = post("/silent", key, ONE);
    var silentAgain = post("/silent", key, ONE);

    assertThat(again.statusCode()).isEqualTo(plain.statusCode()).isEqualTo(202);
    assertThat(again.asString()).isEqualTo(plain.asString());
    assertThat(silent.statusCode()).isEqualTo(204);
    assertThat(silentAgain.statusCode()).isEqualTo(204);
    assertThat(silentAgain.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(coins()).as("a key belongs to one route").isEqualTo(2);
  }

  @Test
  void another_body_under_the_same_key_is_422() {
    assertThat(post("", key, ONE).statusCode()).isEqualTo(201);

    post("", key, "{\"worth\":\"2.00\"}").then().spec(problem(KEY_REUSED));

    assertThat(coins()).isEqualTo(1);
  }

  @Test
  void the_key_of_somebody_else_is_another_key() {
    assertThat(post("", key, ONE).statusCode()).isEqualTo(201);

    var others =
        FINANCE.named("other").request().header("Idempotency-Key", key).body(ONE).post(COINS);

    assertThat(others.header("Idempotency-Replayed")).isNull();
    assertThat(coins()).isEqualTo(2);
  }

  @Test
  void a_missing_key_is_400_where_money_moves_and_allowed_elsewhere() {
    FINANCE.request().body(ONE).post(COINS).then().spec(problem(KEY_MISSING));
    FINANCE.request().body(ONE).post(COINS + "/silent").then().statusCode(204);
    post("", "a b", ONE).then().spec(problem(KEY_INVALID));
    post("", "k".repeat(256), ONE).then().spec(problem(KEY_INVALID));
  }

  @Test
  void a_refused_request_leaves_its_key_usable() {
    post("/failing", key, ONE).then().spec(problem(CoinResource.TOO_HEAVY));
    post("/failing", key, "{\"worth\":\"3.00\"}").then().spec(problem(CoinResource.TOO_HEAVY));

    assertThat(coins()).isZero();
  }

  @Test
  void twenty_at_once_have_one_effect_and_one_answer() throws Exception {
    try (var threads = Executors.newFixedThreadPool(20)) {
      var answers =
          IntStream.range(0, 20).mapToObj(_ -> threads.submit(() -> post("", key, ONE))).toList();

      for (var answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(201);
        assertThat(answer.get().asString()).isEqualTo(answers.getFirst().get().asString());
      }
    }
    assertThat(coins()).isEqualTo(1);
  }

  @Test
  void while_the_first_still_runs_the_second_is_told_to_come_again() throws Exception {
    try (var threads = Executors.newSingleThreadExecutor()) {
      var first = threads.submit(() -> post("/slow", key, ONE));
      assertThat(CoinResource.started.await(10, TimeUnit.SECONDS)).isTrue();

      var second = post("/slow", key, ONE);
      CoinResource.mayEnd.countDown();

      second.then().spec(problem(STILL_RUNNING)).header("Retry-After", "1");
      assertThat(first.get().statusCode()).isEqualTo(200);
      assertThat(post("/slow", key, ONE).asString()).isEqualTo(first.get().asString());
    }
    assertThat(coins()).isEqualTo(1);
  }

  @Test
  void a_transaction_killed_in_between_leaves_nothing_and_its_key_usable() throws Exception {
    try (var threads = Executors.newSingleThreadExecutor()) {
      var first = threads.submit(() -> post("/slow", key, ONE));
      assertThat(CoinResource.started.await(10, TimeUnit.SECONDS)).isTrue();
      kill();
      CoinResource.mayEnd.countDown();

      first.get().then().spec(problem(Problems.BUSY));
      assertThat(coins()).isZero();
      var second = post("/slow", key, ONE);
      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(second.header("Idempotency-Replayed")).isNull();
    }
    assertThat(coins()).isEqualTo(1);
  }

  @Test
  void a_form_is_the_same_when_its_parts_are() {
    var first = upload("1.00", "a drawing");
    var again = upload("1.00", "a drawing");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    upload("1.00", "a drawinG").then().spec(problem(KEY_REUSED));
    assertThat(coins()).isEqualTo(1);
  }

  @Test
  void a_streamed_body_is_compared_whole() {
    var first = stream("a".repeat(2_000_000));
    var again = stream("a".repeat(2_000_000));

    assertThat(first.asString()).contains("\"20000.00\"");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    stream("a".repeat(1_999_999) + "b").then().spec(problem(KEY_REUSED));
    assertThat(coins()).isEqualTo(1);
  }

  @Test
  void a_key_lasts_two_days() {
    assertThat(post("", key, ONE).statusCode()).isEqualTo(201);
    clock.stopAt(Instant.now().plus(Duration.ofHours(49)));

    var later = post("", key, "{\"worth\":\"5.00\"}");

    assertThat(later.header("Idempotency-Replayed")).isNull();
    assertThat(coins()).isEqualTo(2);
  }

  @Test
  void without_the_role_nothing_happens() {
    a(Role.MEMBER, "3306")
        .request()
        .header("Idempotency-Key", key)
        .body(ONE)
        .post(COINS)
        .then()
        .spec(problem(Problems.FORBIDDEN));
    assertThat(coins()).isZero();
  }

  private static Response post(String path, String key, String body) {
    return FINANCE.request().header("Idempotency-Key", key).body(body).post(COINS + path);
  }

  private Response upload(String worth, String drawing) {
    return FINANCE
        .request()
        .contentType("multipart/form-data")
        .header("Idempotency-Key", key)
        .multiPart("worth", worth)
        .multiPart("drawing", "coin.txt", drawing.getBytes(UTF_8))
        .post(COINS + "/form");
  }

  private Response stream(String body) {
    return FINANCE
        .request()
        .contentType("text/csv")
        .header("Idempotency-Key", key)
        .body(body)
        .post(COINS + "/stream");
  }

  private int coins() {
    try (var connection = database.getConnection();
        var rows = connection.createStatement().executeQuery("select count(*) from coin")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void kill() throws SQLException {
    try (var connection = database.getConnection();
        var admin = TestPostgres.admin();
        var kill =
            admin.prepareStatement(
                """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = ? and state = 'idle in transaction'
                """)) {
      kill.setString(1, connection.getCatalog());
      try (var killed = kill.executeQuery()) {
        killed.next();
        assertThat(killed.getInt(1)).isPositive();
      }
    }
  }
}
