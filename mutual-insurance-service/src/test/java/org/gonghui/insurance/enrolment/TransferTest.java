package org.gonghui.insurance.enrolment;

import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.applied;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.people;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.batch.Rosters.upload;
import static org.gonghui.insurance.enrolment.Moving.YEAR;
import static org.gonghui.insurance.enrolment.Moving.approve;
import static org.gonghui.insurance.enrolment.Moving.enrolment;
import static org.gonghui.insurance.enrolment.Moving.idOf;
import static org.gonghui.insurance.enrolment.Moving.request;
import static org.gonghui.insurance.enrolment.Moving.requested;
import static org.gonghui.insurance.enrolment.Moving.withdraw;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.aClerk;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.insurance.contribution.Arrivals;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.problem.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A covered person changes the employer: no gap, no second fee. */
@QuarkusTest
class TransferTest {
  private CitizenId moving;
  private CreditCode first;
  private CreditCode second;
  private String enrolment;

  @BeforeEach
  void somebody_is_enrolled() {
    Rosters.backfillYear(YEAR);
    moving = person();
    first = employer(YEAR, 1);
    second = employer("330681001", YEAR, 1);
    applied(first, YEAR, header() + "王小明," + moving.number()).then().statusCode(202);
    enrolment = idOf(first);
  }

  @Test
  void a_move_leaves_no_gap_and_costs_no_second_fee() {
    approve(requested(second, moving, "2017-06-01"))
        .then()
        .statusCode(200)
        .body("status", equalTo("APPROVED"));

    enrolment(anOfficer("3306"), enrolment)
        .then()
        .body("employments.employer", contains(first.value(), second.value()))
        .body("employments.area", contains(Rosters.TOWN, "330681001"))
        .body("employments.during.from", contains("2017-01-01", "2017-06-01"))
        .body("employments.during.until", contains("2017-06-01", "2018-01-01"))
        .body("employer", equalTo(second.value()));
    clerk(second)
        .request()
        .get(BASE + "/contribution-dues")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    org.assertj.core.api.Assertions.assertThat(Arrivals.due(first, "payable")).isEqualTo("60.00");
  }

  @Test
  void each_employer_sees_its_own_part_alone() {
    approve(requested(second, moving, "2017-06-01")).then().statusCode(200);

    enrolment(clerk(second), enrolment)
        .then()
        .statusCode(200)
        .body("employer", equalTo(second.value()))
        .body("area", equalTo("330681001"))
        .body("employments.employer", contains(second.value()));
    enrolment(clerk(first), enrolment)
        .then()
        .body("employer", equalTo(first.value()))
        .body("employments.employer", contains(first.value()));
    enrolment(anOfficer("330681"), enrolment).then().statusCode(200);
    enrolment(anOfficer("330682"), enrolment).then().statusCode(404);
    enrolment(clerk(employer(YEAR, 1)), enrolment).then().statusCode(404);
    clerk(second)
        .request()
        .get(BASE + "/enrolments?planYear=" + YEAR)
        .then()
        .body("items.id", contains(enrolment));
  }

  @Test
  void after_the_move_the_new_employers_roster_skips_the_person() {
    var rejected = upload(second, YEAR, header() + "王小明," + moving.number());
    rejected.then().body("counts.rejected", equalTo(1));
    approve(request(second, rejected.path("id"), "2017-06-01")).then().statusCode(200);
    clerk(second)
        .request()
        .header("If-Match", rejected.header("ETag"))
        .post(BASE + "/enrolment-batches/" + rejected.path("id") + "/cancellation")
        .then()
        .statusCode(200);

    upload(second, YEAR, people(1) + "\n王小明," + moving.number())
        .then()
        .statusCode(202)
        .body("counts.skipped", equalTo(1))
        .body("counts.valid", equalTo(1))
        .body("counts.rejected", equalTo(0));
  }

  @Test
  void a_move_lies_inside_of_the_cover_and_after_every_other_move() {
    var rejected = upload(second, YEAR, header() + "王小明," + moving.number());
    String batch = rejected.path("id");

    request(second, batch, "2017-01-01").then().spec(problem(EnrolmentProblems.DAY_OUTSIDE_COVER));
    request(second, batch, "2018-01-01").then().spec(problem(EnrolmentProblems.DAY_OUTSIDE_COVER));
    approve(request(second, batch, "2017-06-01")).then().statusCode(200);

    var third = requested(employer(YEAR, 1), moving, "2017-05-01");
    approve(third).then().spec(problem(EnrolmentProblems.DAY_OUTSIDE_COVER));
  }

  @Test
  void only_a_row_enrolled_elsewhere_can_be_transferred_and_only_one_request_is_open() {
    var own = upload(second, YEAR, people(1));
    request(second, own.path("id"), "2017-06-01")
        .then()
        .spec(problem(EnrolmentProblems.NOT_ELSEWHERE));
    var asked = requested(employer(YEAR, 1), moving, "2017-06-01");
    asked.then().statusCode(201);

    requested(employer(YEAR, 1), moving, "2017-07-01")
        .then()
        .spec(problem(EnrolmentProblems.TRANSFER_OPEN));
  }

  @Test
  void who_asks_does_not_approve_and_no_employer_does() {
    var batch = upload(second, YEAR, header() + "王小明," + moving.number());
    var officer = aClerk(second, "3306").named("both").with(Role.EMPLOYER_CLERK, Role.OFFICER);
    var asked =
        officer
            .request()
            .body(java.util.Map.of("batchId", batch.path("id"), "rowNo", 2, "date", "2017-06-01"))
            .post(BASE + "/transfers");
    asked.then().statusCode(201);

    approve(asked, officer).then().spec(problem(Problems.MAKER_IS_CHECKER));
    approve(asked, clerk(second)).then().statusCode(403);
    approve(asked, anOfficer("330602")).then().statusCode(404);
    approve(asked, anOfficer("330681")).then().statusCode(200);
  }

  @Test
  void somebody_taken_off_since_the_request_is_not_moved() {
    var asked = requested(second, moving, "2017-06-01");
    withdraw(first, enrolment, "2016-12-20").then().statusCode(200);

    approve(asked).then().spec(problem(EnrolmentProblems.NOT_ELSEWHERE));
  }
}
