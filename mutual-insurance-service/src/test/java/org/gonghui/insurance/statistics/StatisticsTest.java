package org.gonghui.insurance.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.payout.PayoutFixture.BASE;
import static org.gonghui.insurance.statement.StatementText.aStatement;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.kit.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatisticsTest {
  private static final String EMPLOYER = "91330600MA2A000160";

  @Inject PayoutFixture payouts;

  @BeforeEach
  void the_fund_has_money() {
    payouts.fill("50000000.00");
  }

  @Test
  void figures_add_up_by_area_and_by_row_and_a_past_moment_never_changes() throws Exception {
    enrol("330699001", 2031, 3, 1);
    enrol("330699002", 2031, 2, 0);
    payouts.claim("330699001", 2031, BenefitKind.HOSPITAL, 0, "12000.00");
    payouts.claim("330699002", 2031, BenefitKind.HOSPITAL, 1, "20000.00");
    payouts.claim("330699002", 2031, BenefitKind.DEATH, 2, "1000.00", "1000.00", "1000.00");
    var sent = payouts.paid("330699", "2031-12-20");

    summary("330699", "")
        .body("enrolled", equalTo(5))
        .body("hospital.claims", equalTo(2))
        .body("hospital.paid", equalTo("32000.00"))
        .body("hospital.mean", equalTo("16000.00"))
        .body("hospital.frequencyPercent", equalTo("40.000"))
        .body("death.claims", equalTo(1))
        .body("death.paid", equalTo("3000.00"))
        .body("criticalIllness.claims", equalTo(0))
        .body("all.claims", equalTo(3))
        .body("all.paid", equalTo("35000.00"))
        .body("perEnrolled", equalTo("7000.00"))
        .body("contributions", equalTo("300.00"))
        .body("lossRatio", equalTo("116.6667"))
        .body("above10000", equalTo(2))
        .body("from20000", equalTo(1))
        .body("visits.none", equalTo(1))
        .body("visits.two", equalTo(1))
        .body("visits.atMostOnePercent", equalTo("66.7"))
        .body("fundOpening", nullValue());
    summary("330699", "&basis=PAYMENT_DATE").body("all.paid", equalTo("35000.00"));
    townsAddUpToTheCounty();
    rowsAddUp("HOSPITAL_PAID", "32000.00", 0);
    rowsAddUp("HOSPITAL_CLAIMS", "32000.00", 2);
    rowsAddUp("CONTRIBUTIONS", "300.00", 0);
    rowsAddUp("ENROLLED", "0", 5);

    Thread.sleep(50);
    var then = Instant.now();
    Thread.sleep(50);
    var back =
        sent.stream().filter(one -> one.amount().equals("20000.00")).findFirst().orElseThrow();
    payouts.book(aStatement().credit(back.endToEndId(), "20000.00").toString()).statusCode(200);

    summary("330699", "")
        .body("hospital.claims", equalTo(1))
        .body("hospital.paid", equalTo("12000.00"))
        .body("from20000", equalTo(0));
    summary("330699", "&asOf=" + then)
        .body("hospital.claims", equalTo(2))
        .body("hospital.paid", equalTo("32000.00"));
  }

  @Test
  void the_city_sees_its_fund_and_a_foreign_area_is_not_found() {
    enrol("330698001", 2032, 1, 0);
    payouts.claim("330698001", 2032, BenefitKind.CRITICAL_ILLNESS, 0, "50.00");
    payouts.paid("330698", "2032-12-20");

    var fund =
        a(Role.FINANCE, "3306")
            .request()
            .get(BASE + "/statistics/summary?year=2032")
            .then()
            .statusCode(200)
            .body("criticalIllness.paid", equalTo("50.00"))
            .extract();
    var change =
        new BigDecimal(fund.<String>path("fundClosing"))
            .subtract(new BigDecimal(fund.<String>path("fundOpening")));
    assertThat(change).isEqualByComparingTo("10.00");
    get("330698", "summary?year=2032&area=3306").statusCode(404);
    get("330698", "summary?year=2032&area=330699").statusCode(404);
    get("3306", "summary?area=3306").statusCode(400);
    get("3306", "summary?year=2032&colour=red").statusCode(400);
    get("3306", "summary?year=2032&asOf=2999-01-01T00:00:00Z").statusCode(422);
    for (var part : List.of("months", "employers", "visits", "triangle", "unclaimed")) {
      get("3306", part + "?year=2032").statusCode(200);
    }
    a(Role.MEMBER, "3306")
        .request()
        .get(BASE + "/statistics/summary?year=2032")
        .then()
        .statusCode(403);
  }

  @Test
  void operations_see_the_figures_and_not_the_rows_behind_them() {
    var ops = a(Role.OPS, "3306");
    var statistics = BASE + "/statistics/";

    for (var part : List.of("summary", "areas", "months", "visits")) {
      ops.request().get(statistics + part + "?year=2032").then().statusCode(200);
    }
    ops.request().get(statistics + "rows?year=2032&figure=ENROLLED").then().statusCode(403);
  }

  private void townsAddUpToTheCounty() {
    var towns = get("330699", "areas?year=2031").statusCode(200).extract();
    assertThat(towns.<List<String>>path("key")).containsExactly("330699001", "330699002");
    assertThat(sum(towns.<List<String>>path("paid"))).isEqualByComparingTo("35000.00");
    assertThat(sum(towns.<List<String>>path("contributions"))).isEqualByComparingTo("300.00");
    assertThat(towns.<List<Integer>>path("enrolled")).containsExactly(3, 2);
  }

  private void rowsAddUp(String figure, String amount, int count) {
    var rows = get("330699", "rows?year=2031&figure=" + figure).statusCode(200).extract();
    assertThat(sum(rows.<List<String>>path("items.amount"))).isEqualByComparingTo(amount);
    assertThat(rows.<List<Integer>>path("items.count").stream().mapToInt(n -> n).sum())
        .isEqualTo(count);
  }

  private static BigDecimal sum(List<String> amounts) {
    return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private ValidatableResponse summary(String area, String more) {
    return get(area, "summary?year=2031&area=" + area + more).statusCode(200);
  }

  private static ValidatableResponse get(String area, String path) {
    return a(Role.OFFICER, area).request().get(BASE + "/statistics/" + path).then();
  }

  /** Heads with a paid cover at 60.00 each, and others who never paid. */
  private void enrol(String area, int year, int paid, int unpaid) {
    var due = UUID.randomUUID();
    payouts.run(
        """
        insert into contribution_due (id, reference, batch_id, plan_code, plan_year, employer, area,
          heads, payable, union_share, status, issued_at, pay_by, lapse_on)
        values (?, ?, ?, 'MEDICAL', ?, ?, ?, ?, ?, 0, 'ISSUED', now(), current_date, current_date)
        """,
        due,
        due.toString(),
        UUID.randomUUID(),
        year,
        EMPLOYER,
        area,
        paid,
        new BigDecimal(60 * paid));
    for (var i = 0; i < paid + unpaid; i++) {
      payouts.run(
          """
          insert into enrolment (id, plan_code, plan_year, person_key, status, cover_from,
            cover_until, split_code, employer, area, batch_id, row_no, due_id, created_at)
          values (gen_random_uuid(), 'MEDICAL', ?, ?, 'PENDING_PAYMENT', make_date(?, 1, 1),
            make_date(?, 1, 1), 'DEFAULT', ?, ?, ?, ?, ?, now())
          """,
          year,
          payouts.somebody(),
          year,
          year + 1,
          EMPLOYER,
          area,
          due,
          i,
          i < paid ? due : UUID.randomUUID());
    }
    payouts.run(
        "update contribution_due set paid = payable, status = 'PAID', paid_on = make_date(?, 1, 2)"
            + " where id = ?",
        year,
        due);
    payouts.run("update enrolment set status = 'PAID' where due_id = ?", due);
  }
}
