package org.gonghui.insurance.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.payout.PayoutFixture.BASE;
import static org.gonghui.insurance.payout.PayoutFixture.freshArea;
import static org.gonghui.insurance.statement.StatementText.aStatement;
import static org.gonghui.insurance.statement.StatementText.reference;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gonghui.insurance.bank.BankProblems;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.kit.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BankStatementTest {
  @Inject PayoutFixture payouts;

  @BeforeEach
  void the_fund_has_money() {
    payouts.fill("50000000.00");
  }

  @Test
  void a_booked_debit_with_our_id_and_the_exact_amount_pays() {
    var area = freshArea();
    var claim = payouts.grant(area, "1000.00", "1000.00", "1000.00");
    var batch = payouts.dispatched(area);
    var before = payouts.fund();
    var statement = aStatement();
    payouts.sent(batch).forEach(sent -> statement.debit(sent.endToEndId(), sent.amount()));

    payouts
        .book(statement.toString())
        .statusCode(200)
        .body("applied", equalTo(3))
        .body("uses.PAYOUT", equalTo(3));

    assertThat(payouts.statuses(claim)).containsOnly("PAID");
    var fund = payouts.fund();
    assertThat(fund.paid().minus(before.paid())).hasToString("3000.00");
    assertThat(before.reserved().minus(fund.reserved())).hasToString("3000.00");
    assertThat(status(batch)).isEqualTo("SETTLED");
  }

  @Test
  void the_same_statement_again_and_in_parallel_changes_nothing() throws Exception {
    var area = freshArea();
    var claim = payouts.grant(area, "250.00");
    var sent = payouts.sent(payouts.dispatched(area)).getFirst();
    var before = payouts.fund();
    var text = aStatement().debit(sent.endToEndId(), sent.amount()).toString();
    Callable<Integer> booking =
        () -> payouts.book(text).statusCode(200).extract().<Integer>path("known");

    try (var threads = Executors.newFixedThreadPool(4)) {
      var known = threads.invokeAll(Collections.nCopies(4, booking));

      assertThat(known).extracting(one -> one.get()).containsExactlyInAnyOrder(0, 1, 1, 1);
    }
    assertThat(payouts.statuses(claim)).containsExactly("PAID");
    assertThat(payouts.fund().paid().minus(before.paid())).hasToString("250.00");
  }

  @Test
  void an_unknown_id_and_a_wrong_amount_are_doubted_and_the_other_lines_apply() {
    var area = freshArea();
    var amounts = Collections.nCopies(10, "10.00").toArray(String[]::new);
    var claim = payouts.grant(area, amounts);
    var sent = payouts.sent(payouts.dispatched(area));
    var statement = aStatement();
    sent.subList(0, 9).forEach(one -> statement.debit(one.endToEndId(), one.amount()));
    statement.debit(sent.get(9).endToEndId(), "10.01");
    statement.debit(UUID.randomUUID().toString().replace("-", ""), "77.00");

    payouts
        .book(statement.toString())
        .statusCode(200)
        .body("applied", equalTo(9))
        .body("doubts.code", contains("WRONG_AMOUNT", "UNKNOWN_ID"));

    assertThat(Collections.frequency(payouts.statuses(claim), "PAID")).isEqualTo(9);
    assertThat(payouts.statuses(claim)).contains("IN_DOUBT");
  }

  @Test
  void a_return_after_twenty_days_opens_the_payout_again() {
    var area = freshArea();
    var claim = payouts.grant(area, "1500.00", "900.00", "600.00");
    var batch = payouts.dispatched(area);
    var sent = payouts.sent(batch);
    var paid = aStatement();
    sent.forEach(one -> paid.debit(one.endToEndId(), one.amount()));
    payouts.book(paid.toString()).statusCode(200);
    var before = payouts.fund();
    var last = sent.getLast();

    var back = aStatement().credit(last.endToEndId(), last.amount()).toString();
    payouts.book(back).statusCode(200).body("uses.RETURN", equalTo(1));
    payouts.book(back).statusCode(200).body("known", equalTo(1));

    assertThat(payouts.statuses(claim)).containsExactly("PAID", "PAID", "RETURNED");
    assertThat(before.paid().minus(payouts.fund().paid())).hasToString("600.00");
    payouts.build(area).statusCode(422);
  }

  @Test
  void a_payment_and_its_return_in_one_statement_end_returned() {
    var area = freshArea();
    var claim = payouts.grant(area, "5.00");
    var sent = payouts.sent(payouts.dispatched(area)).getFirst();

    payouts
        .book(
            aStatement()
                .debit(sent.endToEndId(), "5.00")
                .credit(sent.endToEndId(), "5.00")
                .debit(sent.endToEndId(), "5.00")
                .toString())
        .statusCode(200)
        .body("doubts.code", contains("PAID_TWICE"));

    assertThat(payouts.statuses(claim)).containsExactly("RETURNED");
  }

  @Test
  void a_returned_payout_goes_again_to_another_confirmed_account_with_a_new_id() {
    var area = freshArea();
    var payee = payouts.somebodyWithAccount(area);
    var share = PayoutFixture.share(1, payee, "600.00");
    var claim = payouts.grant(area, 1, UUID.randomUUID(), List.of(share));
    var batch = payouts.dispatched(area);
    var first = payouts.sent(batch).getFirst();
    var no = batchNo(batch);

    payouts
        .answer("H,GH-RES-1,%s,1\nD,%s,RJCT,AC01,,,\nT,1\n".formatted(no, first.endToEndId()))
        .statusCode(200)
        .body("returned", equalTo(1));

    assertThat(payouts.statuses(claim)).containsExactly("RETURNED");
    assertThat(status(batch)).isEqualTo("SETTLED");
    payouts.build(area).statusCode(422);
  }

  @Test
  void an_acceptance_is_progress_only_and_a_bad_line_has_its_error_alone() {
    var area = freshArea();
    var claim = payouts.grant(area, "10.00", "20.00");
    var batch = payouts.dispatched(area);
    var sent = payouts.sent(batch);
    var text =
        "H,GH-RES-1,%s,4\nD,%s,ACSC,,B1,2017-12-29,%s\nD,nobody,ACSC,,,,\nD,%s,WHAT,,,,\nD,%s,PDNG,,,,\nT,4\n"
            .formatted(
                batchNo(batch),
                sent.get(0).endToEndId(),
                sent.get(0).amount(),
                sent.get(1).endToEndId(),
                sent.get(1).endToEndId());

    payouts
        .answer(text)
        .statusCode(200)
        .body("progressed", equalTo(2))
        .body("errors.code", hasItem("UNKNOWN_ID"))
        .body("errors.size()", equalTo(2));

    assertThat(payouts.statuses(claim)).containsOnly("DISPATCHED");
    payouts.answer(text).statusCode(200).body("known", equalTo(2));
  }

  @Test
  void a_statement_that_does_not_add_up_leaves_nothing_behind() {
    var area = freshArea();
    var claim = payouts.grant(area, "10.00");
    var sent = payouts.sent(payouts.dispatched(area)).getFirst();
    var ref = reference();
    var good = aStatement().line(ref, "D", "10.00", "王小明", "x", sent.endToEndId()).toString();

    payouts
        .book(good.replace(",99990.00,1\n", ",99990.01,1\n"))
        .spec(problem(BankProblems.STATEMENT_NOT_BALANCED));

    assertThat(payouts.statuses(claim)).containsExactly("DISPATCHED");
    assertThat(payouts.count("select count(*) as n from statement_line where bank_ref = ?", ref))
        .isZero();
    payouts.book(good).statusCode(200).body("applied", equalTo(1));
  }

  @Test
  void every_other_credit_is_a_receipt_and_fees_and_interest_are_told_apart() {
    var ref = reference();

    payouts
        .book(
            aStatement()
                .line(ref, "C", "6000.00", "诸暨纺织", "MIC2017000123484", "")
                .line(reference(), "C", "12.34", "somebody", "thanks", "NOT-OURS-1")
                .line(reference(), "C", "1.00", "银行", "结息", "")
                .line(reference(), "D", "2.00", "银行", "手续费", "")
                .line(reference(), "D", "3.00", "银行", "cash", "")
                .toString())
        .statusCode(200)
        .body("uses.RECEIPT", equalTo(2))
        .body("uses.INTEREST", equalTo(1))
        .body("uses.FEE", equalTo(1))
        .body("doubts.code", contains("UNEXPLAINED"));

    assertThat(
            payouts.count(
                "select count(*) as n from receipt where bank_ref = ? and status = 'UNMATCHED'",
                ref))
        .isOne();
  }

  @Test
  void bad_files_and_callers_are_refused_clearly() {
    payouts.book("").statusCode(400);
    payouts.book("H,GH-STM-1\n").spec(problem(BankProblems.BANK_FILE_INVALID));
    payouts.answer("H,GH-RES-1,MP-2017-9999999,0\nT,0\n").statusCode(404);
    PayoutFixture.keyed(a(Role.OFFICER, "3306"))
        .contentType("text/csv")
        .body(aStatement().toString())
        .post(BASE + "/bank-statements")
        .then()
        .statusCode(403);
    PayoutFixture.keyed(PayoutFixture.finance("3306"))
        .contentType("application/xml")
        .body("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")
        .post(BASE + "/bank-statements")
        .then()
        .spec(problem(BankProblems.XML_NOT_PLAIN));
    PayoutFixture.keyed(PayoutFixture.finance("3306"))
        .body(Map.of())
        .post(BASE + "/bank-statements")
        .then()
        .statusCode(415);
  }

  private String status(String batch) {
    return read(batch, "status");
  }

  private String batchNo(String batch) {
    return read(batch, "no");
  }

  private static String read(String batch, String field) {
    return PayoutFixture.finance("3306")
        .request()
        .get(BASE + "/payment-batches/" + batch)
        .then()
        .statusCode(200)
        .extract()
        .path(field);
  }
}
