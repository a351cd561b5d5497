package org.gonghui.insurance.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.people;
import static org.gonghui.insurance.batch.Rosters.submit;
import static org.gonghui.insurance.batch.Rosters.upload;
import static org.gonghui.insurance.payout.PayoutFixture.freshArea;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.insurance.contribution.Arrivals;
import org.gonghui.insurance.contribution.Receipts.Credit;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.insurance.plan.PlanProblems;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.problem.Problems;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

/** A year is closed by two people, and only with nothing open. */
@QuarkusTest
class ClosingTest {
  private static final int YEAR = 2002;
  private static final TestCaller FINANCE = a(Role.FINANCE, "3306");
  private static final TestCaller APPROVER = a(Role.APPROVER, "3306");

  private final Arrivals arrivals;
  private final PayoutFixture payouts;

  ClosingTest(Arrivals arrivals, PayoutFixture payouts) {
    this.arrivals = arrivals;
    this.payouts = payouts;
  }

  @Test
  void a_year_is_closed_when_nothing_is_open_and_then_takes_nothing_more() {
    payouts.fill("50000000.00");
    Rosters.backfillYear(YEAR);
    close(FINANCE.in("330602")).then().statusCode(403);
    close(a(Role.OFFICER, "3306")).then().statusCode(403);
    var area = freshArea();
    payouts.claim(area, YEAR, BenefitKind.HOSPITAL, 0, "100.00", "50.00");
    var employer = employer(YEAR, 2);
    var checked = upload(employer, YEAR, people(2));
    assertOpen(Map.of("CLAIMS", 1, "PAYOUTS", 2, "ROSTERS", 1));

    submit(employer, checked).then().statusCode(202);
    assertOpen(Map.of("CLAIMS", 1, "PAYOUTS", 2, "DUES", 1));

    var credit = Arrivals.credit(Arrivals.reference(employer), YEAR - 1 + "-12-28", "130.00");
    arrivals.book(credit);
    payouts.paid(area, YEAR + "-06-20");
    assertOpen(Map.of("RECEIPTS", 1));

    refund(credit, Arrivals.due(employer, "id"));
    var refund = arrivals.texts("select id::text as t from refund where employer = ?", employer);
    assertOpen(Map.of("RECEIPTS", 1, "REFUNDS", 1));
    decide(refund.getFirst());
    assertOpen(Map.of("PAYOUTS", 1));
    payouts.paid(Rosters.TOWN, YEAR + "-07-20");

    close(APPROVER).then().spec(problem(PlanProblems.OPEN_ITEMS));
    close(FINANCE).then().statusCode(200).body("status", equalTo("RUNNING"));
    close(APPROVER.named("finance.3306")).then().spec(problem(Problems.MAKER_IS_CHECKER));
    close(APPROVER).then().statusCode(200).body("status", equalTo("CLOSED"));

    close(FINANCE).then().spec(problem(Problems.ILLEGAL_TRANSITION));
    upload(employer, YEAR, people(1)).then().spec(problem(PlanProblems.WINDOW_CLOSED));
  }

  private static void assertOpen(Map<String, Integer> open) {
    var refused = close(FINANCE);
    refused.then().spec(problem(PlanProblems.OPEN_ITEMS));
    assertThat(refused.<Map<String, Integer>>path("open")).isEqualTo(open);
  }

  private static Response close(TestCaller who) {
    var year =
        anOfficer("3306")
            .request()
            .get(BASE + "/plan-years")
            .<Map<String, Object>>path("find { it.year == %d }".formatted(YEAR));
    return who.request()
        .header("If-Match", "\"" + year.get("version") + "\"")
        .post(BASE + "/plan-years/" + year.get("id") + "/closure");
  }

  private void refund(Credit credit, String dueId) {
    PayoutFixture.keyed(FINANCE)
        .body(
            Map.of(
                "receiptId",
                arrivals.receipt(credit).id(),
                "amount",
                "10.00",
                "reason",
                "paid too much"))
        .post(BASE + "/contribution-dues/" + dueId + "/refunds")
        .then()
        .statusCode(201);
  }

  private static void decide(String refundId) {
    PayoutFixture.keyed(APPROVER)
        .header("If-Match", "\"0\"")
        .post(BASE + "/refunds/" + UUID.fromString(refundId) + "/approval")
        .then()
        .statusCode(200);
  }
}
