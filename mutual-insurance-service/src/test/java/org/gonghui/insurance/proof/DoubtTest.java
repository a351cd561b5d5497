package org.gonghui.insurance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.payout.PayoutFixture.BASE;
import static org.gonghui.insurance.payout.PayoutFixture.approver;
import static org.gonghui.insurance.payout.PayoutFixture.finance;
import static org.gonghui.insurance.payout.PayoutFixture.freshArea;
import static org.gonghui.insurance.payout.PayoutFixture.keyed;
import static org.gonghui.insurance.statement.StatementText.aStatement;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.payment.PaymentProblems;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.problem.Problems;
import org.gonghui.kit.testing.TestCaller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DoubtTest {
  @Inject PayoutFixture payouts;
  @Inject DoubtTimer timer;
  @Inject Clock clock;

  @BeforeEach
  void the_fund_has_money() {
    payouts.fill("50000000.00");
  }

  @Test
  void silence_of_two_working_days_puts_payments_in_doubt_and_they_are_not_sent_again() {
    var area = freshArea();
    var claim = payouts.grant(area, "10.00");
    var batch = payouts.dispatched(area);

    timer.run(clock.instant().plus(Duration.ofHours(20)));
    assertThat(payouts.statuses(claim)).containsExactly("DISPATCHED");
    timer.run(clock.instant().plus(Duration.ofDays(12)));

    assertThat(payouts.statuses(claim)).containsExactly("IN_DOUBT");
    payouts.build(area).spec(problem(PaymentProblems.NOTHING_READY));
    var sent = payouts.sent(batch).getFirst();
    payouts.book(aStatement().debit(sent.endToEndId(), "10.00").toString()).statusCode(200);
    assertThat(payouts.statuses(claim)).containsExactly("PAID");
  }

  @Test
  void two_people_settle_a_doubt_with_evidence_and_the_late_line_pays_nothing_twice() {
    var area = freshArea();
    var claim = payouts.grant(area, "30.00");
    var batch = payouts.dispatched(area);
    timer.run(clock.instant().plus(Duration.ofDays(12)));
    var before = payouts.fund();
    var both = finance(area).with(Role.FINANCE, Role.APPROVER);

    resolve(both, claim, "resolution", finding("PAID")).statusCode(200);
    resolve(both, claim, "resolution", finding("PAID")).statusCode(409);
    resolve(both, claim, "resolution-approval", null).spec(problem(Problems.MAKER_IS_CHECKER));
    resolve(approver(area), claim, "resolution-approval", null)
        .statusCode(200)
        .body("approved", equalTo(true));

    assertThat(payouts.statuses(claim)).containsExactly("PAID");
    assertThat(payouts.fund().paid().minus(before.paid())).hasToString("30.00");
    var sent = payouts.sent(batch).getFirst();
    payouts
        .book(aStatement().debit(sent.endToEndId(), "30.00").toString())
        .statusCode(200)
        .body("uses.PAYOUT", equalTo(1));
    assertThat(payouts.fund().paid().minus(before.paid())).hasToString("30.00");
    resolve(both, claim, "resolution", finding("RETURNED"))
        .spec(problem(Problems.ILLEGAL_TRANSITION));
  }

  @Test
  void what_never_left_is_returned_and_its_money_free() {
    var area = freshArea();
    var claim = payouts.grant(area, "40.00");
    var before = payouts.fund();
    payouts.dispatched(area);
    timer.run(clock.instant().plus(Duration.ofDays(12)));

    resolve(finance(area), claim, "resolution", finding("RETURNED")).statusCode(200);
    resolve(approver(area), claim, "resolution-approval", null).statusCode(200);

    assertThat(payouts.statuses(claim)).containsExactly("RETURNED");
    assertThat(payouts.fund().reserved()).isEqualTo(before.reserved());
    release(area, claim).statusCode(200).body("status", equalTo("READY"));
    payouts.build(area).statusCode(201).body("count", equalTo(1));
  }

  private ValidatableResponse release(String area, UUID claim) {
    var payout = payout(area, claim);
    return keyed(finance(area))
        .header("If-Match", payout.extract().header("ETag"))
        .body(Map.of("reason", "the bank never had it"))
        .post(BASE + "/payouts/" + payout.extract().path("id") + "/release")
        .then();
  }

  private ValidatableResponse resolve(
      TestCaller who, UUID claim, String step, @Nullable Map<String, Object> body) {
    var payout = payout(who.area(), claim);
    var request = keyed(who).header("If-Match", payout.extract().header("ETag"));
    return (body == null ? request : request.body(body))
        .post(BASE + "/payouts/" + payout.extract().path("id") + "/" + step)
        .then();
  }

  private ValidatableResponse payout(String area, UUID claim) {
    var id =
        finance(area)
            .request()
            .get(BASE + "/payouts?claimId=" + claim)
            .then()
            .statusCode(200)
            .extract()
            .path("items[0].id")
            .toString();
    return finance(area).request().get(BASE + "/payouts/" + id).then().statusCode(200);
  }

  private static Map<String, Object> finding(String outcome) {
    return Map.of(
        "outcome", outcome, "valueDate", "2017-12-29", "evidence", "Bank letter 2017-114");
  }
}
