package org.gonghui.insurance.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.people;
import static org.gonghui.insurance.batch.Rosters.upload;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.aPartner;
import static org.gonghui.kit.testing.TestCaller.anOfficer;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A roster is its employer's and its area's; to all others it does not exist. */
@QuarkusTest
class RosterAccessTest {
  private static final int YEAR = 2017;
  private static final List<String> READINGS =
      List.of("", "/rows", "/error-file", "/diff", "/diff/people", "/progress");
  private static final Map<String, Object> DECISIONS =
      Map.of(
          "submission", Map.of("confirmed", List.of()),
          "cancellation", Map.of(),
          "approval", Map.of(),
          "rejection", Map.of("reason", "who is missing?"));

  private CreditCode employer;
  private Response batch;

  @BeforeEach
  void an_employer_has_a_roster() {
    Rosters.backfillYear(YEAR);
    employer = employer(YEAR, 1);
    batch = upload(employer, YEAR, people(1));
  }

  @Test
  void nobody_else_reads_any_of_it() {
    var strangers =
        List.of(clerk(employer(YEAR, 1)), anOfficer("330681"), a(Role.FINANCE, "330602002"));
    for (var reading : READINGS) {
      for (var stranger : strangers) {
        var allowed = !(reading.equals("/error-file") && stranger.roles().contains(Role.FINANCE));
        assertThat(get(stranger, reading)).as(reading).isEqualTo(allowed ? 404 : 403);
      }
      assertThat(get(clerk(employer), reading)).as(reading).isEqualTo(200);
      assertThat(get(anOfficer("330602"), reading)).as(reading).isEqualTo(200);
      assertThat(get(a(Role.MEMBER, "3306"), reading)).as(reading).isEqualTo(403);
      assertThat(get(aPartner("bank", "mutual-insurance:bank:read"), reading)).isEqualTo(403);
    }
  }

  @Test
  void nobody_else_decides_on_it() {
    var other = clerk(employer(YEAR, 1));
    for (var decision : DECISIONS.keySet()) {
      var officers = List.of("approval", "rejection").contains(decision);
      assertThat(decide(other, decision)).as(decision).isEqualTo(officers ? 403 : 404);
      assertThat(decide(anOfficer("330681"), decision)).as(decision).isEqualTo(404);
      assertThat(decide(a(Role.FINANCE, "3306"), decision)).as(decision).isEqualTo(403);
      assertThat(decide(a(Role.OPS, "3306"), decision)).as(decision).isEqualTo(403);
    }
    Rosters.correct(employer(YEAR, 1), batch, new byte[] {'a'}).then().statusCode(404);
  }

  @Test
  void decisions_want_the_version_that_was_seen_and_the_submission_a_key() {
    var path = BASE + "/enrolment-batches/" + batch.path("id");
    for (var decision : List.of("submission", "cancellation")) {
      var keyed = clerk(employer).request().header("Idempotency-Key", UUID.randomUUID().toString());
      keyed.post(path + "/" + decision).then().statusCode(428);
      clerk(employer)
          .request()
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .header("If-Match", "\"77\"")
          .post(path + "/" + decision)
          .then()
          .statusCode(412);
    }
    clerk(employer)
        .request()
        .header("If-Match", batch.header("ETag"))
        .post(path + "/submission")
        .then()
        .statusCode(400);
    anOfficer("3306")
        .request()
        .header("If-Match", batch.header("ETag"))
        .post(path + "/approval")
        .then()
        .statusCode(409);
  }

  @Test
  void a_finished_roster_tells_its_progress_once() {
    var told =
        clerk(employer)
            .request()
            .get(BASE + "/enrolment-batches/" + batch.path("id") + "/progress");

    assertThat(told.contentType()).startsWith("text/event-stream");
    assertThat(told.asString())
        .contains("\"status\":\"CHECKED\"", "\"moving\":false", "\"valid\":1")
        .containsOnlyOnce("data:");
  }

  private int get(TestCaller who, String what) {
    return who.request().get(BASE + "/enrolment-batches/" + batch.path("id") + what).statusCode();
  }

  private int decide(TestCaller who, String decision) {
    return who.request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", batch.header("ETag"))
        .body(DECISIONS.get(decision))
        .post(BASE + "/enrolment-batches/" + batch.path("id") + "/" + decision)
        .statusCode();
  }
}
