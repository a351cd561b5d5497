package org.gonghui.insurance.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.applied;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.people;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.batch.Rosters.submit;
import static org.gonghui.insurance.batch.Rosters.upload;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.gonghui.insurance.contribution.Arrivals;
import org.gonghui.insurance.sheet.SheetProblems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A roster that is applied wholly or not at all. */
@QuarkusTest
class AllOrNothingTest {
  private static final int YEAR = 2017;
  private static final String MODE = "ALL_OR_NOTHING";

  private final Arrivals arrivals;

  AllOrNothingTest(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  @BeforeEach
  void a_backfilled_year_runs() {
    Rosters.backfillYear(YEAR);
  }

  @Test
  void a_sound_roster_is_applied_in_one_transaction() {
    var employer = employer(YEAR, 1_500);
    var checked = upload(employer, YEAR, people(1_500), MODE);
    submit(employer, checked).then().statusCode(202);

    var done = Rosters.await(employer, checked.path("id"), "APPLIED");

    assertThat(done.<Integer>path("counts.applied")).isEqualTo(1_500);
    assertThat(
            arrivals.count(
                "select count(distinct xmin::text) as n from enrolment where batch_id = ?::uuid",
                checked.<String>path("id")))
        .isEqualTo(1);
  }

  @Test
  void one_faulty_row_keeps_all_others_back() {
    var employer = employer(YEAR, 2);
    var checked = upload(employer, YEAR, people(2) + "\n,123\n", MODE);
    checked.then().statusCode(202).body("counts.rejected", equalTo(1));

    submit(employer, checked).then().spec(problem(BatchProblems.ROWS_REJECTED));

    clerk(employer)
        .request()
        .get(BASE + "/enrolments?planYear=" + YEAR)
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void somebody_enrolled_elsewhere_since_the_check_sends_the_whole_roster_back() {
    var contested = person();
    var line = "王小明," + contested.number();
    var employer = employer(YEAR, 3);
    var checked = upload(employer, YEAR, people(2) + "\n" + line, MODE);
    checked.then().body("counts.valid", equalTo(3));
    applied(employer(YEAR, 1), YEAR, header() + line).then().statusCode(202);

    var sent = submit(employer, checked);

    sent.then()
        .statusCode(202)
        .body("status", equalTo("REJECTED"))
        .body("counts.applied", equalTo(0))
        .body("counts.valid", equalTo(2))
        .body("counts.rejected", equalTo(1));
    clerk(employer)
        .request()
        .get(BASE + "/enrolment-batches/" + checked.path("id") + "/rows?code=ENROLLED_ELSEWHERE")
        .then()
        .body("items.rowNo", contains(4))
        .body("items.status", contains("REJECTED"));
    assertThat(
            arrivals.count(
                "select count(*) as n from contribution_due where employer = ?", employer))
        .isZero();
    clerk(employer)
        .request()
        .header("If-Match", sent.header("ETag"))
        .post(BASE + "/enrolment-batches/" + checked.path("id") + "/cancellation")
        .then()
        .statusCode(200)
        .body("counts.skipped", equalTo(2))
        .body("counts.valid", equalTo(0));
  }

  @Test
  void at_most_twenty_thousand_rows_fit() {
    var employer = employer(YEAR, 3);
    var rows = header() + "李,1\n".repeat(20_001);

    upload(employer, YEAR, rows, MODE).then().spec(problem(SheetProblems.TOO_MANY_ROWS));
  }
}
