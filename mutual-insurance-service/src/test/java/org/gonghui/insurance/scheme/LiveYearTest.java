package org.gonghui.insurance.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.people;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.batch.Rosters.submit;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.insurance.contribution.Arrivals;
import org.gonghui.insurance.contribution.LapseTimer;
import org.gonghui.insurance.enrolment.CoverTimers;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year as it happens: its timers fire on their days, once, also after downtime. */
@QuarkusTest
class LiveYearTest {
  private static final int YEAR = 2027;

  private final TestClock clock;
  private final PlanTimers years;
  private final CoverTimers covers;
  private final LapseTimer lapses;
  private final Arrivals arrivals;
  private final PersonKeys keys;

  LiveYearTest(
      TestClock clock,
      PlanTimers years,
      CoverTimers covers,
      LapseTimer lapses,
      Arrivals arrivals,
      PersonKeys keys) {
    this.clock = clock;
    this.years = years;
    this.covers = covers;
    this.lapses = lapses;
    this.arrivals = arrivals;
    this.keys = keys;
  }

  @BeforeEach
  void the_window_is_open() {
    clock.stopOn(LocalDate.of(2026, 11, 2));
    Rosters.plan(YEAR, "LIVE");
    arrivals.run("update plan_year set status = 'ENROLLING' where year = ?", YEAR);
  }

  @AfterEach
  void time_runs_again() {
    clock.run();
  }

  @Test
  void covers_start_and_end_on_their_days_once() {
    var employer = enrolled(2);
    arrivals.book(Arrivals.credit(Arrivals.reference(employer), "2026-12-15", "120.00"));
    assertThat(statuses(employer)).containsExactly("PAID", "PAID");

    covers.run(Instant.parse("2026-12-31T15:59:59Z"));
    assertThat(statuses(employer)).containsExactly("PAID", "PAID");
    covers.run(Instant.parse("2026-12-31T16:00:00Z"));
    covers.run(Instant.parse("2027-01-01T16:00:00Z"));
    assertThat(statuses(employer)).containsExactly("IN_COVER", "IN_COVER");
    withdrawalIsRefused(employer);

    covers.run(Instant.parse("2029-06-01T00:00:00Z"));
    covers.run(Instant.parse("2029-06-01T00:01:00Z"));
    assertThat(statuses(employer)).containsExactly("EXPIRED", "EXPIRED");
  }

  @Test
  void a_due_not_paid_in_time_lapses_and_what_was_paid_in_part_waits() {
    arrivals.run(
        "insert into union_subsidy_line (area, year, budget) values ('330683100', ?, 1000)"
            + " on conflict do nothing",
        YEAR);
    var employer = employer("330683100", YEAR, 3);
    var marked = person();
    arrivals.run(
        "insert into union_paid_mark (person_key, file_id) values (?, gen_random_uuid())",
        keys.of(marked));
    apply(employer, people(2) + "\n王小明," + marked.number() + "\n");
    var received = arrivals.fund().received();
    var part = Arrivals.credit(Arrivals.reference(employer), "2026-12-15", "119.99");
    arrivals.book(part);

    lapses.run(Instant.parse("2027-01-31T15:00:00Z"));
    assertThat(Arrivals.due(employer, "status")).isEqualTo("PARTLY_PAID");
    lapses.run(Instant.parse("2027-01-31T16:00:01Z"));
    lapses.run(Instant.parse("2027-02-01T16:00:01Z"));

    assertThat(Arrivals.due(employer, "status")).isEqualTo("CANCELLED");
    assertThat(Arrivals.due(employer, "paid")).isEqualTo("0.00");
    assertThat(statuses(employer)).containsOnly("LAPSED").hasSize(3);
    assertThat(arrivals.receipt(part).free()).hasToString("119.99");
    assertThat(arrivals.fund().received()).isEqualTo(received);
    assertThat(
            arrivals.sum(
                "select reserved + spent as n from union_subsidy_line where area = '330683100'"
                    + " and year = ?",
                YEAR))
        .hasToString("0.00");
    apply(employer("330683100", YEAR, 1), header() + "王小明," + marked.number() + "\n");
  }

  @Test
  void the_year_moves_on_over_all_days_that_passed_unseen() {
    Rosters.plan(2028, "LIVE");
    assertThat(status(2028)).isEqualTo("ANNOUNCED");
    years.run(Instant.parse("2027-10-19T15:59:59Z"));
    assertThat(status(2028)).isEqualTo("ANNOUNCED");

    years.run(Instant.parse("2028-05-01T00:00:00Z"));

    assertThat(status(2028)).isEqualTo("RUNNING");
    years.run(Instant.parse("2029-01-01T00:00:00Z"));
    assertThat(status(2028)).isEqualTo("CLAIMS_ONLY");
  }

  private CreditCode enrolled(int heads) {
    var employer = employer(YEAR, heads);
    apply(employer, people(heads));
    return employer;
  }

  private static void apply(CreditCode employer, String csv) {
    Response checked =
        Rosters.upload(employer, YEAR, csv.getBytes(StandardCharsets.UTF_8), null, null);
    checked.then().statusCode(202);
    submit(employer, checked).then().statusCode(202).body("status", equalTo("APPLIED"));
  }

  private void withdrawalIsRefused(CreditCode employer) {
    clock.stopAt(Instant.parse("2027-01-05T02:00:00Z"));
    var id =
        arrivals
            .texts("select id::text as t from enrolment where employer = ?", employer)
            .getFirst();
    var clerk = Rosters.clerk(employer);
    clerk
        .request()
        .header("If-Match", clerk.request().get(BASE + "/enrolments/" + id).header("ETag"))
        .body(Map.of("reason", "x", "declaredAt", "2026-12-01T00:00:00Z"))
        .post(BASE + "/enrolments/" + id + "/withdrawal")
        .then()
        .statusCode(409);
    clerk
        .request()
        .header("If-Match", "\"0\"")
        .body(Map.of("reason", "x"))
        .post(BASE + "/enrolments/" + id + "/withdrawal")
        .then()
        .statusCode(412);
  }

  private List<String> statuses(CreditCode employer) {
    return arrivals.texts("select status as t from enrolment where employer = ?", employer);
  }

  private static String status(int year) {
    return anOfficer("3306")
        .request()
        .get(BASE + "/plan-years")
        .path("find { it.year == %d }.status".formatted(year));
  }
}
