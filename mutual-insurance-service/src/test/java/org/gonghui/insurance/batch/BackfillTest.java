package org.gonghui.insurance.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.applied;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.people;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.batch.Rosters.upload;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.gonghui.insurance.contribution.Arrivals;
import org.gonghui.insurance.contribution.LapseTimer;
import org.gonghui.insurance.enrolment.CoverTimers;
import org.gonghui.insurance.plan.PlanProblems;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.testing.TestListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A year that is recorded afterwards is judged by what its records declare; a live one is not. */
@QuarkusTest
class BackfillTest {
  private static final int PAST = 2010;
  private static final int LIVE = 2044;

  private final Arrivals arrivals;
  private final CoverTimers covers;
  private final LapseTimer lapses;

  BackfillTest(Arrivals arrivals, CoverTimers covers, LapseTimer lapses) {
    this.arrivals = arrivals;
    this.covers = covers;
    this.lapses = lapses;
  }

  @Test
  void a_live_year_refuses_a_declared_time_everywhere() {
    Rosters.plan(LIVE, "LIVE");
    var employer = employer(LIVE, 1);

    upload(employer, LIVE, people(1))
        .then()
        .spec(problem(PlanProblems.DECLARED_AT_REFUSED))
        .statusCode(400)
        .body("errors.pointer", hasItem("/declaredAt"));
    Rosters.upload(employer, LIVE, people(1).getBytes(StandardCharsets.UTF_8), null, null)
        .then()
        .spec(problem(PlanProblems.WINDOW_CLOSED));
  }

  @Test
  void a_past_year_runs_as_soon_as_it_is_announced_and_its_windows_follow_the_declared_time() {
    Rosters.backfillYear(PAST);
    anOfficer("3306")
        .request()
        .get(BASE + "/plan-years")
        .then()
        .body("find { it.year == %d }.status".formatted(PAST), equalTo("RUNNING"))
        .body("find { it.year == %d }.intake".formatted(PAST), equalTo("BACKFILL"));
    var employer = employer(PAST, 1);

    declared(employer, "2009-10-19T15:59:59Z").then().spec(problem(PlanProblems.WINDOW_CLOSED));
    declared(employer, "2011-01-01T02:00:00Z").then().spec(problem(PlanProblems.WINDOW_CLOSED));
    declared(employer, Instant.now().plus(Duration.ofDays(1)).toString())
        .then()
        .spec(problem(PlanProblems.DECLARED_AT_REFUSED));
    declared(employer, null).then().spec(problem(PlanProblems.WINDOW_CLOSED));
    var late = declared(employer, "2010-03-10T02:00:00Z");
    late.then().statusCode(202).body("counts.rejected", equalTo(1));
    clerk(employer)
        .request()
        .get(BASE + "/enrolment-batches/" + late.path("id") + "/rows?code=LATE_NOT_NEW_HIRE")
        .then()
        .body("items.size()", equalTo(1));
  }

  @Test
  void of_a_past_years_enrolments_only_the_payment_is_told_and_no_timer_touches_them()
      throws Exception {
    Rosters.backfillYear(PAST);
    var employer = employer(PAST, 2);
    applied(employer, PAST, people(1) + "\n李小红," + person().number()).then().statusCode(202);
    try (var listener = TestListener.on("gonghui.mutual-insurance.enrolment")) {
      arrivals.book(Arrivals.credit(Arrivals.reference(employer), "2009-12-28", "120.00"));
      var unpaid = employer(PAST, 1);
      applied(unpaid, PAST, people(1)).then().statusCode(202);
      covers.run(Instant.parse("2010-01-02T00:00:00Z"));
      covers.run(Instant.parse("2011-01-02T00:00:00Z"));
      lapses.run(Instant.parse("2011-01-02T00:00:00Z"));
      arrivals.book(Arrivals.credit(Arrivals.reference(unpaid), "2009-12-28", "60.00"));

      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> told(listener, employer, unpaid).size() >= 3);
      assertThat(told(listener, employer, unpaid))
          .containsOnly("org.gonghui.mutual-insurance.enrolment.paid.v1")
          .hasSize(3);
    }
    assertThat(statuses(employer)).isEqualTo("PAID PAID");
  }

  @Test
  void only_the_city_opens_a_year_and_only_a_past_one_is_backfilled() {
    var body = "{\"year\": 2050, \"intake\": \"BACKFILL\"}";
    var path = BASE + "/plan-years";

    anOfficer("3306").request().body(body).post(path).then().statusCode(400);
    anOfficer("330602").request().body(body).post(path).then().statusCode(403);
    a(Role.FINANCE, "3306").request().body(body).post(path).then().statusCode(403);
  }

  private static List<String> told(TestListener listener, CreditCode... employers) {
    return listener.soFar().stream()
        .filter(one -> Stream.of(employers).anyMatch(e -> one.payload().contains(e.value())))
        .map(TestListener.Heard::type)
        .toList();
  }

  private String statuses(CreditCode employer) {
    return String.join(
        " ", arrivals.texts("select status as t from enrolment where employer = ?", employer));
  }

  private static Response declared(CreditCode employer, @Nullable String at) {
    var csv = header() + "王小明," + person().number();
    return Rosters.upload(employer, PAST, csv.getBytes(StandardCharsets.UTF_8), null, at);
  }
}
