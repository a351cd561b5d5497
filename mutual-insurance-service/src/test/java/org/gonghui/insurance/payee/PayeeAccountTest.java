package org.gonghui.insurance.payee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.payout.PayoutFixture.BASE;
import static org.gonghui.insurance.payout.PayoutFixture.approver;
import static org.gonghui.insurance.payout.PayoutFixture.finance;
import static org.gonghui.insurance.payout.PayoutFixture.freshArea;
import static org.gonghui.insurance.payout.PayoutFixture.keyed;
import static org.gonghui.insurance.payout.PayoutFixture.share;
import static org.gonghui.insurance.statement.StatementText.aStatement;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.aMember;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.claim.ClaimGranted;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.problem.Problems;
import org.gonghui.kit.testing.TestCaller;
import org.gonghui.kit.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PayeeAccountTest {
  @Inject PayoutFixture payouts;
  @Inject TestClock clock;

  @BeforeEach
  void the_fund_has_money() {
    payouts.fill("50000000.00");
  }

  @AfterEach
  void let_the_clock_run() {
    clock.run();
  }

  @Test
  void the_first_account_counts_at_once_and_is_shown_masked() {
    var area = freshArea();
    var member = aMember(payouts.somebody());

    put(member, "/payee-account", "6222020000001234", null)
        .statusCode(200)
        .body("status", equalTo("CONFIRMED"))
        .body("holder", equalTo("王*明"))
        .body("number", equalTo("************1234"));

    finance(area).request().get(BASE + "/payee-account").then().statusCode(403);
    put(member, "/payee-account", "6222020000005678", null).statusCode(428);
    put(member, "/payee-account", "6222-0200", "\"0\"").statusCode(400);
  }

  @Test
  void a_change_needs_another_person_and_is_held_a_week() {
    var area = freshArea();
    var person = payouts.somebodyWithAccount(area);
    var path = "/persons/" + person + "/payee-account";
    var claim = payouts.grant(area, 1, UUID.randomUUID(), List.of(share(1, person, "10.00")));
    var officer = anOfficer(area);

    put(officer, path, "6222020000005678", "\"0\"")
        .statusCode(200)
        .body("status", equalTo("PROPOSED"));
    confirm(officer, path).spec(problem(Problems.MAKER_IS_CHECKER));
    assertThat(payouts.statuses(claim)).containsExactly("READY");
    confirm(approver(area), path).statusCode(200).body("status", equalTo("CONFIRMED"));

    assertThat(payouts.statuses(claim)).containsExactly("HELD");
    payouts.build(area).statusCode(422);
    clock.advance(Duration.ofDays(8));
    payouts.build(area).statusCode(201).body("total", equalTo("10.00"));
  }

  @Test
  void a_death_benefit_is_paid_when_the_last_beneficiary_has_it() {
    var area = freshArea();
    var claim = payouts.claim(area, 2033, BenefitKind.DEATH, 0, "1500.00", "900.00", "600.00");
    var batch = payouts.dispatched(area);
    var sent = payouts.sent(batch);
    var last = sent.stream().filter(one -> one.amount().equals("600.00")).findFirst().orElseThrow();
    var paid = aStatement();
    sent.stream()
        .filter(one -> one != last)
        .forEach(one -> paid.debit(one.endToEndId(), one.amount()));

    payouts.book(paid.toString()).statusCode(200);
    var no =
        finance(area).request().get(BASE + "/payment-batches/" + batch).then().extract().path("no");
    payouts
        .answer("H,GH-RES-1,%s,1\nD,%s,RJCT,AC04,,,\nT,1\n".formatted(no, last.endToEndId()))
        .statusCode(200);

    assertThat(payouts.statuses(claim)).containsExactly("PAID", "PAID", "RETURNED");
    assertThat(claimStatus(claim)).isEqualTo("APPROVED");

    var heir = payee(area, claim);
    var path = "/persons/" + heir + "/payee-account";
    put(anOfficer(area), path, "6222020000007777", "\"0\"").statusCode(200);
    confirm(approver(area), path).statusCode(200);
    clock.advance(Duration.ofDays(8));
    var again = payouts.paid(area, "2033-12-28");

    assertThat(again).hasSize(1);
    assertThat(again.getFirst().endToEndId()).isNotEqualTo(last.endToEndId());
    assertThat(payouts.statuses(claim)).containsOnly("PAID");
    assertThat(claimStatus(claim)).isEqualTo("PAID");
  }

  @Test
  void seven_equal_beneficiaries_receive_the_whole_sum() {
    var area = freshArea();
    var shares = new ArrayList<ClaimGranted.Share>();
    for (var no = 1; no <= 7; no++) {
      shares.add(share(no, payouts.somebodyWithAccount(area), no == 1 ? "428.58" : "428.57"));
    }
    payouts.grant(area, 1, UUID.randomUUID(), shares);

    payouts.build(area).statusCode(201).body("total", equalTo("3000.00")).body("count", equalTo(7));
  }

  @Test
  void a_holder_cannot_bring_a_formula_into_the_payment_file() {
    var area = freshArea();
    var person = payouts.somebody();
    anOfficer(area)
        .request()
        .body(Map.of("holder", "=cmd|calc!A1", "number", "6222020000001234", "bankCode", "ICBC"))
        .put(BASE + "/persons/" + person + "/payee-account")
        .then()
        .statusCode(200);
    payouts.grant(area, 1, UUID.randomUUID(), List.of(share(1, person, "10.00")));

    var file =
        finance(area)
            .request()
            .get(BASE + "/payment-batches/" + payouts.dispatched(area) + "/file")
            .then()
            .extract()
            .asString();

    assertThat(file).contains(",'=cmd|calc!A1,");
  }

  private PersonKey payee(String area, UUID claim) {
    return PersonKey.of(
        finance(area)
            .request()
            .get(BASE + "/payouts?status=RETURNED&claimId=" + claim)
            .then()
            .extract()
            .path("items[0].personKey"));
  }

  private String claimStatus(UUID claim) {
    return payouts.count("select count(*) as n from claim where id = ? and status = 'PAID'", claim)
            == 1
        ? "PAID"
        : "APPROVED";
  }

  private static ValidatableResponse put(
      TestCaller who, String path, String number, @Nullable String ifMatch) {
    var request = who.request();
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .body(Map.of("holder", "王小明", "number", number, "bankCode", "ICBC"))
        .put(BASE + path)
        .then();
  }

  private static ValidatableResponse confirm(TestCaller who, String path) {
    return keyed(who).header("If-Match", "\"0\"").post(BASE + path + "/confirmation").then();
  }
}
