package org.gonghui.gateway.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gonghui.gateway.stage.Knock.key;
import static org.gonghui.gateway.stage.Knock.plans;
import static org.gonghui.gateway.stage.Ops.API;
import static org.gonghui.gateway.stage.Ops.CHECKER;
import static org.gonghui.gateway.stage.Ops.HARMLESS;
import static org.gonghui.gateway.stage.Ops.MAKER;
import static org.gonghui.gateway.stage.Ops.MONEY;
import static org.gonghui.gateway.stage.Ops.decide;
import static org.gonghui.gateway.stage.Ops.get;
import static org.gonghui.gateway.stage.Ops.issue;
import static org.gonghui.gateway.stage.Ops.post;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.gonghui.gateway.key.KeyProblems;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Ops;
import org.gonghui.gateway.stage.Stage;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.problem.HttpProblems;
import org.gonghui.kit.problem.Problems;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class KeyLifeTest {
  private static final Map<String, String> BECAUSE = Map.of("reason", "it was found in a mail");

  @Inject DataSource database;

  @Test
  void a_key_passes_the_door_soon_after_it_was_made_and_no_more_once_revoked() {
    var made = issue(Ops.key(HARMLESS)).body("state", equalTo("ACTIVE"));
    var secret = made.extract().<String>path("secret");
    var id = made.extract().<String>path("id");

    awaitStatus(secret, 200);
    decide(MAKER, "/keys/" + id + "/revocation", 0, BECAUSE)
        .statusCode(200)
        .body("state", equalTo("REVOKED"))
        .body("hands.revocationReason", equalTo("it was found in a mail"));

    awaitStatus(secret, 401);
    decide(MAKER, "/keys/" + id + "/revocation", 1, BECAUSE)
        .spec(problem(Problems.ILLEGAL_TRANSITION));
    get(MAKER, "/acts?subject=" + id)
        .body("items.action", equalTo(List.of("key-revoked", "key-issued")))
        .body("items[0].actor", equalTo("ops.maker"))
        .body("items[0].reason", equalTo("it was found in a mail"));
  }

  @Test
  void a_keys_text_is_told_once_and_kept_nowhere() throws SQLException {
    var path = "/partners/" + Ops.partner() + "/keys";
    var once = UUID.randomUUID().toString();
    var wanted = Ops.key(HARMLESS);

    var first = MAKER.request().header("Idempotency-Key", once).body(wanted).post(API + path);
    var again = MAKER.request().header("Idempotency-Key", once).body(wanted).post(API + path);

    var secret = first.<String>path("secret");
    assertThat(secret).matches("ghk_[a-z2-7]{12}_[a-z2-7]{52}_[a-z2-7]{7}");
    again.then().statusCode(201).body("id", equalTo(first.path("id"))).body("secret", nullValue());
    get(MAKER, "/keys/" + first.<String>path("id")).body("secret", nullValue());
    assertThat(everything()).doesNotContain(secret.substring(17, 69));
  }

  @Test
  void a_key_that_moves_money_waits_for_a_second_person() {
    var made = issue(Ops.key(MONEY)).body("state", equalTo("PROPOSED"));
    var id = made.extract().<String>path("id");
    var secret = made.extract().<String>path("secret");

    decide(MAKER, "/keys/" + id + "/approval", 0, Map.of())
        .spec(problem(Problems.MAKER_IS_CHECKER));
    var terms = Map.of("terms", Map.of("name", "machine two"));
    MAKER.request().header("If-Match", "\"0\"").body(terms).put(API + "/keys/" + id + "/terms");
    decide(CHECKER, "/keys/" + id + "/approval", 0, Map.of()).spec(problem(Problems.STALE_VERSION));
    assertThat(Knock.get(plans(), key(secret)).status()).isEqualTo(401);
    decide(CHECKER, "/keys/" + id + "/approval", 1, Map.of())
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("hands.approvedBy", equalTo("ops.checker"));

    awaitStatus(secret, 200);
    MAKER
        .request()
        .header("If-Match", "\"2\"")
        .body(terms)
        .put(API + "/keys/" + id + "/terms")
        .then()
        .spec(problem(KeyProblems.MONEY_KEY_FIXED));
  }

  @Test
  void whoever_changed_a_proposal_cannot_agree_to_it_either() {
    var id = issue(Ops.key(MONEY)).extract().<String>path("id");
    CHECKER
        .request()
        .header("If-Match", "\"0\"")
        .body(Map.of("terms", Map.of("name", "mine", "addresses", List.of("10.0.0.0/8"))))
        .put(API + "/keys/" + id + "/terms")
        .then()
        .statusCode(200);

    decide(CHECKER, "/keys/" + id + "/approval", 1, Map.of())
        .spec(problem(Problems.MAKER_IS_CHECKER));
  }

  @Test
  void a_rotated_key_works_beside_its_successor_until_the_overlap_ends() {
    var old = issue(Ops.key(HARMLESS));
    var id = old.extract().<String>path("id");

    var successor =
        decide(MAKER, "/keys/" + id + "/rotation", 0, rotation(24))
            .statusCode(201)
            .body("replaces", equalTo(id))
            .body("scopes", equalTo(List.of(HARMLESS)));

    awaitStatus(successor.extract().path("secret"), 200);
    assertThat(Knock.get(plans(), key(old.extract().path("secret"))).status()).isEqualTo(200);
    var end = Instant.parse(get(MAKER, "/keys/" + id).extract().path("expiresAt"));
    assertThat(Duration.between(Instant.now(), end)).isBetween(hours(23), hours(24));
    decide(MAKER, "/keys/" + id + "/rotation", 1, rotation(24))
        .spec(problem(HttpProblems.DUPLICATE));
  }

  @Test
  void an_overlap_of_nothing_ends_the_old_key_at_once() {
    var old = issue(Ops.key(HARMLESS));
    awaitStatus(old.extract().path("secret"), 200);

    decide(MAKER, "/keys/" + old.extract().path("id") + "/rotation", 0, rotation(0))
        .statusCode(201);

    awaitStatus(old.extract().path("secret"), 401);
  }

  @Test
  void the_successor_of_a_money_key_needs_a_second_person_and_only_then_the_old_one_ends() {
    var old = issue(Ops.key(MONEY)).extract().<String>path("id");
    decide(CHECKER, "/keys/" + old + "/approval", 0, Map.of()).statusCode(200);

    var next =
        decide(MAKER, "/keys/" + old + "/rotation", 1, rotation(1))
            .body("state", equalTo("PROPOSED"))
            .extract()
            .<String>path("id");

    var before = Instant.parse(get(MAKER, "/keys/" + old).extract().path("expiresAt"));
    assertThat(before).isAfter(Instant.now().plus(Duration.ofDays(80)));
    decide(CHECKER, "/keys/" + next + "/approval", 0, Map.of()).statusCode(200);
    var after = Instant.parse(get(MAKER, "/keys/" + old).extract().path("expiresAt"));
    assertThat(after).isBefore(Instant.now().plus(hours(1)));
  }

  @Test
  void what_a_key_may_do_and_how_long_is_checked_with_every_fault() {
    var path = "/partners/" + Ops.partner() + "/keys";
    var scopes = List.of(HARMLESS, "all", "mutual-insurance:x:delete", "no-service:x:read");

    post(MAKER, path, with("scopes", scopes))
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/scopes/1", "/scopes/2", "/scopes/3")));
    var far = Instant.now().plus(Duration.ofDays(367)).toString();
    post(MAKER, path, with("expiresAt", far)).spec(problem(KeyProblems.EXPIRY_TOO_FAR));
    post(MAKER, path, with("expiresAt", "2020-01-01T00:00:00Z")).statusCode(400);
    for (var bad : List.of("10.0.0.1/8", "10.0.0.0/33", "fe80::/129", "host.example", "::1/")) {
      post(MAKER, path, with("terms", Map.of("name", "x", "addresses", List.of("::1", bad))))
          .statusCode(400)
          .body("errors.pointer", hasItems("/terms/addresses/1"));
    }
  }

  @Test
  void keys_are_for_operations_of_the_area_alone() {
    var id = issue(Ops.key(HARMLESS)).extract().<String>path("id");

    get(a(Role.OPS, "3307"), "/keys/" + id).spec(problem(Problems.NOT_FOUND));
    get(a(Role.OFFICER, "3306"), "/keys/" + id).spec(problem(Problems.FORBIDDEN));
    for (var act : List.of("approval", "rotation", "revocation")) {
      decide(a(Role.APPROVER, "3306"), "/keys/" + id + "/" + act, 0, BECAUSE)
          .spec(problem(Problems.FORBIDDEN));
    }
  }

  private static Map<String, Object> with(String field, Object value) {
    var key = new java.util.HashMap<>(Ops.key(HARMLESS));
    key.put(field, value);
    return key;
  }

  private static Map<String, Object> rotation(int hours) {
    return Map.of(
        "expiresAt",
        Instant.now().plus(Duration.ofDays(300)).toString(),
        "overlapHours",
        hours,
        "reason",
        "the year is over");
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  private static void awaitStatus(String secret, int status) {
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> Knock.get(plans(), key(secret)).status() == status);
  }

  private String everything() throws SQLException {
    var all = new StringBuilder();
    for (var table : List.of("partner_key", "idempotency", "audit_entry", "outbox")) {
      try (var connection = database.getConnection();
          var rows =
              connection.createStatement().executeQuery("select t::text from " + table + " t")) {
        while (rows.next()) {
          all.append(rows.getString(1)).append('\n');
        }
      }
    }
    return all.toString();
  }
}
