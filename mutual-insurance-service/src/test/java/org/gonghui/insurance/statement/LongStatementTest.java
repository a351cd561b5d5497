package org.gonghui.insurance.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.payout.PayoutFixture.BASE;
import static org.gonghui.insurance.payout.PayoutFixture.freshArea;
import static org.gonghui.insurance.statement.StatementText.aStatement;
import static org.gonghui.insurance.statement.StatementText.reference;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.aPartner;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.kit.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that take longer to book than anybody waits for an answer. */
@QuarkusTest
class LongStatementTest {
  private static final int LINES = 3_400;
  private static final String PARTS =
      "select count(*) as n from statement_part where upload_id = ?";

  @Inject PayoutFixture payouts;

  @BeforeEach
  void the_fund_has_money() {
    payouts.fill("50000000.00");
  }

  @Test
  void a_long_statement_is_answered_at_once_and_booked_by_a_job_line_by_line() {
    var area = freshArea();
    var claim = payouts.grant(area, "70.00", "80.00");
    var sent = payouts.sent(payouts.dispatched(area));
    var statement = aStatement().debit(sent.get(0).endToEndId(), sent.get(0).amount());
    statement.debit(sent.get(1).endToEndId(), "80.01");
    addFees(statement);

    var id =
        payouts
            .upload(statement.toString())
            .statusCode(202)
            .header("Location", startsWith(BASE + "/jobs/"))
            .body("state", equalTo("BOOKING"))
            .extract()
            .<String>path("statementId");

    payouts
        .booked(id)
        .body("state", equalTo("BOOKED"))
        .body("lines", equalTo(LINES + 2))
        .body("applied", equalTo(LINES + 1))
        .body("uses.FEE", equalTo(LINES))
        .body("doubts.code", contains("WRONG_AMOUNT"));
    assertThat(payouts.statuses(claim)).containsExactlyInAnyOrder("PAID", "IN_DOUBT");
    assertThat(payouts.count(PARTS, UUID.fromString(id))).isZero();
  }

  @Test
  void a_long_statement_that_does_not_add_up_is_refused_whole() {
    var area = freshArea();
    var claim = payouts.grant(area, "90.00");
    var sent = payouts.sent(payouts.dispatched(area)).getFirst();
    var statement = aStatement().debit(sent.endToEndId(), "90.00");
    addFees(statement);
    var wrong = statement.toString().replace(",100000.00,", ",100000.01,");

    var id = payouts.upload(wrong).statusCode(202).extract().<String>path("statementId");

    payouts
        .booked(id)
        .body("state", equalTo("REFUSED"))
        .body("errors.code", contains("STATEMENT_NOT_BALANCED"));
    assertThat(payouts.statuses(claim)).containsExactly("DISPATCHED");
    assertThat(payouts.count(PARTS, UUID.fromString(id))).isZero();
    var lines = "select count(*) as n from statement_line where statement_id = ?";
    assertThat(payouts.count(lines, UUID.fromString(id))).isZero();
  }

  @Test
  void a_statement_is_told_to_its_sender_and_to_the_staff_of_the_city() {
    var id =
        payouts
            .upload(aStatement().line(reference(), "D", "1.00", "行", "手续费", "").toString())
            .statusCode(200)
            .extract()
            .<String>path("statementId");
    var path = BASE + "/bank-statements/" + id;

    payouts.booked(id).body("uses.FEE", equalTo(1));
    a(Role.AUDITOR, "3306").request().get(path).then().statusCode(200);
    a(Role.FINANCE, "330602").request().get(path).then().statusCode(404);
    aPartner("other", "mutual-insurance:bank:write").request().get(path).then().statusCode(404);
    a(Role.OFFICER, "3306").request().get(path).then().statusCode(403);
    var unknown = BASE + "/bank-statements/" + UUID.randomUUID();
    a(Role.AUDITOR, "3306").request().get(unknown).then().statusCode(404);
  }

  private static void addFees(StatementText statement) {
    for (var i = 0; i < LINES; i++) {
      statement.line(reference(), "D", "0.01", "示例银行股份有限公司", "代发业务手续费 2017", "");
    }
  }
}
