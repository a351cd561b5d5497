package org.gonghui.insurance.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.payout.PayoutFixture.BASE;
import static org.gonghui.insurance.payout.PayoutFixture.freshArea;
import static org.gonghui.insurance.statement.StatementText.aStatement;
import static org.gonghui.insurance.statement.StatementText.reference;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconciliationTest {
  @Inject PayoutFixture payouts;

  @Test
  void a_day_balances_and_one_shifted_fen_shows_exactly_that_line() {
    payouts.fill("50000000.00");
    var area = freshArea();
    payouts.claim(area, 2017, BenefitKind.DEATH, 0, "1500.00", "900.00", "600.00");
    var sent = payouts.sent(payouts.dispatched(area));
    var shifted = reference();
    var statement =
        aStatement()
            .debit(sent.get(0).endToEndId(), sent.get(0).amount())
            .debit(sent.get(1).endToEndId(), sent.get(1).amount())
            .line(shifted, "D", "600.01", "王小明", "x", sent.get(2).endToEndId())
            .toString()
            .replace("2017-12-29", "2017-11-13");

    payouts.book(statement).statusCode(200);

    day("2017-11-13")
        .body("bank.paid", equalTo("2400.00"))
        .body("books.paid", equalTo("2400.00"))
        .body("balanced", equalTo(false))
        .body("alarm", equalTo(true))
        .body(
            "differences.findAll { it.code.startsWith('LINE') }.reference",
            equalTo(List.of(shifted)))
        .body(
            "differences.findAll { it.code.startsWith('LINE') }.bank", equalTo(List.of("600.01")));
    assertThat(day("2017-11-13").extract().<List<String>>path("differences.code"))
        .doesNotContain("LINE_NOT_IN_BOOKS", "BOOKS_NOT_AT_BANK", "FUND_PAID", "FUND_RESERVED");
  }

  @Test
  void only_the_city_reads_the_accounts_and_only_of_real_days() {
    read(a(Role.FINANCE, "330602"), "2017-11-13").statusCode(404);
    read(a(Role.OFFICER, "3306"), "2017-11-13").statusCode(403);
    read(a(Role.FINANCE, "3306"), "2017-02-30").statusCode(400);
  }

  private static ValidatableResponse day(String date) {
    return read(a(Role.AUDITOR, "3306"), date).statusCode(200);
  }

  private static ValidatableResponse read(TestCaller caller, String date) {
    return caller.request().get(BASE + "/reconciliations/" + date).then();
  }
}
