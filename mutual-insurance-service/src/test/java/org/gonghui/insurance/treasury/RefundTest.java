package org.gonghui.insurance.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.applied;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.people;
import static org.gonghui.insurance.contribution.Arrivals.due;
import static org.gonghui.insurance.payout.PayoutFixture.approver;
import static org.gonghui.insurance.payout.PayoutFixture.finance;
import static org.gonghui.insurance.payout.PayoutFixture.keyed;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.insurance.contribution.Arrivals;
import org.gonghui.insurance.contribution.ContributionProblems;
import org.gonghui.insurance.contribution.Receipts.Credit;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.insurance.statement.StatementText;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.problem.Problems;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Money that goes back: proposed, approved by another, paid through a batch, counted as no benefit.
 */
@QuarkusTest
class RefundTest {
  private static final int YEAR = 2007;

  private final Arrivals arrivals;
  private final PayoutFixture payouts;

  @SuppressWarnings("NullAway.Init")
  private CreditCode employer;

  @SuppressWarnings("NullAway.Init")
  private Credit credit;

  RefundTest(Arrivals arrivals, PayoutFixture payouts) {
    this.arrivals = arrivals;
    this.payouts = payouts;
  }

  @BeforeEach
  void an_employer_has_a_due_for_two() {
    payouts.fill("50000000.00");
    Rosters.backfillYear(YEAR);
  }

  @Test
  void a_head_withdrawn_before_its_cover_is_paid_back_by_a_payment_batch() {
    var area = "330624001";
    enrolTwo(area, "120.00");
    var received = arrivals.fund();
    withdrawOne();
    var refund = onlyRefund(area);
    assertThat(refund.<String>path("[0].amount")).isEqualTo("60.00");

    approve(approver(area), refund).then().statusCode(200).body("status", equalTo("APPROVED"));

    assertThat(due(employer, "payable")).isEqualTo("60.00");
    assertThat(due(employer, "paid")).isEqualTo("60.00");
    assertThat(arrivals.receipt(credit).allocated()).hasToString("60.00");
    assertThat(arrivals.receipt(credit).refunded()).hasToString("60.00");
    assertThat(contributions(area)).isEqualTo("60.00");
    var batch = payouts.dispatched(area);
    var sent = payouts.sent(batch);
    assertThat(sent).extracting(PayoutFixture.Sent::amount).containsExactly("60.00");
    assertThat(file(batch)).contains("互助会费退款" + due(employer, "reference"));
    book(StatementText.aStatement().debit(sent.getFirst().endToEndId(), "60.00"));
    assertThat(onlyRefund(area).<String>path("[0].status")).isEqualTo("PAID");
    assertThat(arrivals.fund().paid().minus(received.paid())).hasToString("60.00");
    assertThat(arrivals.fund().received()).isEqualTo(received.received());
    assertNoBenefit(area);

    book(StatementText.aStatement().credit(sent.getFirst().endToEndId(), "60.00"));
    assertThat(onlyRefund(area).<String>path("[0].status")).isEqualTo("APPROVED");
    assertThat(arrivals.fund().paid()).isEqualTo(received.paid());
  }

  @Test
  void a_surplus_waits_and_is_paid_back_to_the_account_from_which_it_came() {
    var area = "330624002";
    enrolTwo(area, "160.00");
    var free = arrivals.fund().free();
    assertThat(arrivals.receipt(credit).free()).hasToString("40.00");

    propose(finance(area), "40.01").then().spec(problem(ContributionProblems.OVER_ALLOCATED));
    propose(finance(area), "0.00").then().statusCode(400);
    var refund = propose(finance(area), "40.00");
    refund.then().statusCode(201);
    decide(approver(area).named("finance." + area), refund, "approval", Map.of())
        .then()
        .spec(problem(Problems.MAKER_IS_CHECKER));
    decide(approver(area), refund, "approval", Map.of()).then().statusCode(200);

    assertThat(due(employer, "paid")).isEqualTo("120.00");
    assertThat(arrivals.receipt(credit).free()).hasToString("0.00");
    var sent = payouts.sent(payouts.dispatched(area));
    assertThat(sent).extracting(PayoutFixture.Sent::amount).containsExactly("40.00");
    book(StatementText.aStatement().debit(sent.getFirst().endToEndId(), "40.00"));
    assertThat(arrivals.fund().free()).isEqualTo(free);
    assertThat(contributions(area)).isEqualTo("120.00");
    assertNoBenefit(area);
  }

  @Test
  void a_refused_refund_stays_where_it_is() {
    var area = "330624003";
    enrolTwo(area, "130.00");
    var refund = propose(finance(area), "10.00");

    decide(finance(area), refund, "refusal", Map.of("reason", "no")).then().statusCode(403);
    propose(approver(area), "10.00").then().statusCode(403);
    decide(approver("330681"), refund, "refusal", Map.of("reason", "no")).then().statusCode(404);
    var refused = decide(approver(area), refund, "refusal", Map.of("reason", "pays a due"));
    refused.then().statusCode(200).body("status", equalTo("REFUSED"));

    decide(approver(area), refused, "approval", Map.of())
        .then()
        .spec(problem(Problems.ILLEGAL_TRANSITION));
    assertThat(arrivals.receipt(credit).free()).hasToString("10.00");
    assertThat(arrivals.count("select count(*) as n from payout where area = ?", area)).isZero();
  }

  @Test
  void two_approvals_at_once_open_one_payout() throws Exception {
    var area = "330624104";
    enrolTwo(area, "150.00");
    var refund = propose(finance(area), "30.00");
    Callable<Integer> approving =
        () -> decide(approver(area), refund, "approval", Map.of()).statusCode();

    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers =
          threads.invokeAll(List.of(approving, approving, approving, approving)).stream()
              .map(one -> one.resultNow())
              .sorted()
              .toList();

      assertThat(answers.getFirst()).isEqualTo(200);
      assertThat(answers.subList(1, 4)).allMatch(status -> status == 409 || status == 412);
    }
    assertThat(arrivals.count("select count(*) as n from payout where area = ?", area)).isOne();
  }

  private void enrolTwo(String area, String paid) {
    employer = Rosters.employer(area, YEAR, 2);
    applied(employer, YEAR, people(2)).then().statusCode(202);
    credit = Arrivals.credit(Arrivals.reference(employer), "2006-12-28", paid);
    arrivals.book(credit);
    assertThat(due(employer, "status")).isEqualTo("PAID");
  }

  private void withdrawOne() {
    var id =
        clerk(employer).request().get(BASE + "/enrolments?planYear=" + YEAR).path("items[0].id");
    clerk(employer)
        .request()
        .header(
            "If-Match", clerk(employer).request().get(BASE + "/enrolments/" + id).header("ETag"))
        .body(Map.of("reason", "RESIGNED", "declaredAt", "2006-12-29T02:00:00Z"))
        .post(BASE + "/enrolments/" + id + "/withdrawal")
        .then()
        .statusCode(200);
  }

  private static Response onlyRefund(String area) {
    var refunds = finance(area).request().get(BASE + "/refunds");
    refunds.then().statusCode(200).body("size()", equalTo(1));
    return refunds;
  }

  private static Response approve(TestCaller who, Response refunds) {
    return keyed(who)
        .header("If-Match", "\"" + refunds.path("[0].version") + "\"")
        .post(BASE + "/refunds/" + refunds.path("[0].id") + "/approval");
  }

  private Response propose(TestCaller who, String amount) {
    return keyed(who)
        .body(
            Map.of(
                "receiptId", arrivals.receipt(credit).id(), "amount", amount, "reason", "surplus"))
        .post(BASE + "/contribution-dues/" + due(employer, "id") + "/refunds");
  }

  private static Response decide(
      TestCaller who, Response refund, String decision, Map<String, String> body) {
    return keyed(who)
        .header("If-Match", refund.header("ETag"))
        .body(body)
        .post(BASE + "/refunds/" + refund.path("id") + "/" + decision);
  }

  private void book(StatementText statement) {
    payouts.book(statement.toString()).statusCode(200).body("applied", equalTo(1));
  }

  private static String file(String batch) {
    return TestCaller.aPartner("bank", "mutual-insurance:bank:read")
        .request()
        .get(BASE + "/payment-batches/" + batch + "/file")
        .asString();
  }

  private static String contributions(String area) {
    return finance(area)
        .request()
        .get(BASE + "/statistics/summary?year=" + YEAR + "&area=" + area)
        .path("contributions");
  }

  private static void assertNoBenefit(String area) {
    finance(area)
        .request()
        .get(BASE + "/statistics/summary?year=" + YEAR + "&area=" + area)
        .then()
        .statusCode(200)
        .body("all.paid", equalTo("0.00"))
        .body("all.claims", equalTo(0));
    finance(area)
        .request()
        .get(BASE + "/statistics/areas?year=" + YEAR)
        .then()
        .statusCode(200)
        .body("paid", org.hamcrest.Matchers.everyItem(equalTo("0.00")));
  }
}
