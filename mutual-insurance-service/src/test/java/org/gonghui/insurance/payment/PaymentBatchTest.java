package org.gonghui.insurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.payout.PayoutFixture.BASE;
import static org.gonghui.insurance.payout.PayoutFixture.approver;
import static org.gonghui.insurance.payout.PayoutFixture.finance;
import static org.gonghui.insurance.payout.PayoutFixture.freshArea;
import static org.gonghui.insurance.payout.PayoutFixture.keyed;
import static org.gonghui.insurance.payout.PayoutFixture.share;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.aPartner;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.contribution.Funds;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.problem.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentBatchTest {
  @Inject PayoutFixture payouts;

  @BeforeEach
  void the_fund_has_money() {
    payouts.fill("50000000.00");
  }

  @Test
  void a_batch_takes_what_is_ready_and_reserves_the_fund() {
    var area = freshArea();
    var claim = payouts.grant(area, "1500.00", "900.00", "600.00");
    var before = payouts.fund();

    payouts
        .build(area)
        .statusCode(201)
        .body("count", equalTo(3))
        .body("total", equalTo("3000.00"))
        .body("status", equalTo("BUILT"));

    assertThat(payouts.statuses(claim)).containsOnly("BATCHED");
    assertThat(payouts.fund().reserved().minus(before.reserved())).hasToString("3000.00");
    payouts.build(area).spec(problem(PaymentProblems.NOTHING_READY));
  }

  @Test
  void a_payout_without_an_account_is_held_until_there_is_one() {
    var area = freshArea();
    var person = payouts.somebody();
    var claim = payouts.grant(area, 1, UUID.randomUUID(), List.of(share(1, person, "10.00")));

    assertThat(payouts.statuses(claim)).containsExactly("HELD");
    payouts.build(area).spec(problem(PaymentProblems.NOTHING_READY));

    payouts.giveAccount(area, person, "6222020000009999").statusCode(200);
    assertThat(payouts.statuses(claim)).containsExactly("READY");
  }

  @Test
  void what_the_fund_does_not_hold_is_not_batched() {
    var area = freshArea();
    var claim = payouts.grant(area, "100.00");
    var fund = payouts.fund();
    payouts.fill(fund.reserved().plus(fund.paid()).minus(fund.received()).toString());

    payouts.build(area).spec(problem(Funds.FUND_SHORT));

    assertThat(payouts.statuses(claim)).containsExactly("READY");
  }

  @Test
  void the_checker_repeats_what_he_saw_and_is_somebody_else() {
    var area = freshArea();
    payouts.grant(area, "100.00");
    var built = payouts.build(area).statusCode(201).extract();
    var id = built.path("id").toString();
    Map<String, Object> seen =
        Map.of("count", 1, "total", "100.00", "hash", built.<String>path("hash"));
    var maker = finance(area).with(Role.FINANCE, Role.APPROVER);

    payouts.step(finance(area), id, "submission", 0, null).statusCode(200);
    payouts.step(maker, id, "approval", 1, seen).spec(problem(Problems.MAKER_IS_CHECKER));
    payouts
        .step(
            approver(area),
            id,
            "approval",
            1,
            Map.of("count", 1, "total", "100.01", "hash", built.<String>path("hash")))
        .spec(problem(PaymentProblems.STALE_BATCH));
    payouts.step(approver(area), id, "approval", 0, seen).spec(problem(Problems.STALE_VERSION));
    payouts.step(a(Role.OPS, area), id, "approval", 1, seen).statusCode(403);
    payouts.step(approver(freshArea()), id, "approval", 1, seen).spec(problem(Problems.NOT_FOUND));
    payouts.step(approver(area), id, "approval", 1, seen).statusCode(200);
  }

  @Test
  void nobody_approves_a_batch_that_pays_him() {
    var area = freshArea();
    var payee = payouts.somebodyWithAccount(area);
    payouts.grant(area, 1, UUID.randomUUID(), List.of(share(1, payee, "100.00")));
    var built = payouts.build(area).statusCode(201).extract();
    var id = built.path("id").toString();
    payouts.step(finance(area), id, "submission", 0, null).statusCode(200);

    payouts
        .step(
            approver(area).person(payee),
            id,
            "approval",
            1,
            Map.of("count", 1, "total", "100.00", "hash", built.<String>path("hash")))
        .spec(problem(Problems.MAKER_IS_CHECKER));
  }

  @Test
  void cancelling_frees_payouts_and_fund_and_the_next_batch_sends_new_ids() {
    var area = freshArea();
    var claim = payouts.grant(area, "100.00", "200.00");
    var before = payouts.fund();
    var id = payouts.build(area).statusCode(201).extract().path("id").toString();

    payouts.step(finance(area), id, "cancellation", 0, null).statusCode(200);

    assertThat(payouts.statuses(claim)).containsOnly("READY");
    assertThat(payouts.fund().reserved()).isEqualTo(before.reserved());
    payouts
        .step(finance(area), id, "dispatch", 1, null)
        .spec(problem(Problems.ILLEGAL_TRANSITION))
        .body("allowed", equalTo(List.of()));
    payouts.build(area).statusCode(201).body("count", equalTo(2));
  }

  @Test
  void the_file_is_for_the_bank_and_the_same_each_time() {
    var area = freshArea();
    payouts.grant(area, "100.00", "200.00");
    var id = payouts.dispatched(area);

    for (var format : List.of("GH_PAY_1", "PAIN_001")) {
      assertThat(file(id, format)).isEqualTo(file(id, format)).contains("200.00");
    }
    a(Role.APPROVER, area)
        .request()
        .get(BASE + "/payment-batches/" + id + "/file")
        .then()
        .statusCode(403);
    aPartner("bank", "mutual-insurance:bank:write")
        .request()
        .get(BASE + "/payment-batches/" + id + "/file")
        .then()
        .statusCode(403);
  }

  @Test
  void there_is_no_file_before_the_dispatch() {
    var area = freshArea();
    payouts.grant(area, "100.00");
    var id = payouts.build(area).statusCode(201).extract().path("id").toString();

    finance(area)
        .request()
        .get(BASE + "/payment-batches/" + id + "/file")
        .then()
        .spec(problem(PaymentProblems.NOT_DISPATCHED));
  }

  @Test
  void a_batch_needs_a_key_and_known_fields_of_the_own_area() {
    var area = freshArea();
    var path = BASE + "/payment-batches";

    finance(area).request().body("{}").post(path).then().statusCode(400);
    keyed(finance(area)).body("{\"amount\":1}").post(path).then().statusCode(400);
    keyed(finance(area)).body("{\"limit\":0}").post(path).then().statusCode(400);
    keyed(finance(area)).body("{\"area\":\"3307\"}").post(path).then().statusCode(404);
    keyed(approver(area)).body("{}").post(path).then().statusCode(403);
  }

  private static String file(String id, String format) {
    return aPartner("bank", "mutual-insurance:bank:read")
        .request()
        .get(BASE + "/payment-batches/" + id + "/file?format=" + format)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
