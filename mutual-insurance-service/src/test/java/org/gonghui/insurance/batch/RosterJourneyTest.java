package org.gonghui.insurance.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.people;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.batch.Rosters.submit;
import static org.gonghui.insurance.batch.Rosters.upload;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.gonghui.insurance.contribution.Funds;
import org.gonghui.insurance.contribution.Receipts;
import org.gonghui.insurance.contribution.Receipts.Booked;
import org.gonghui.insurance.contribution.Receipts.Credit;
import org.gonghui.insurance.enrolment.Cover;
import org.gonghui.insurance.enrolment.Covers;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a file to covers: the handbook's example of 100 heads that pay in two parts. */
@QuarkusTest
class RosterJourneyTest {
  private static final int YEAR = 2017;

  private final Receipts receipts;
  private final Covers covers;
  private final Funds funds;
  private final PersonKeys keys;

  RosterJourneyTest(Receipts receipts, Covers covers, Funds funds, PersonKeys keys) {
    this.receipts = receipts;
    this.covers = covers;
    this.funds = funds;
    this.keys = keys;
  }

  @BeforeEach
  void a_backfilled_year_runs() {
    Rosters.backfillYear(YEAR);
  }

  @Test
  void cover_starts_the_day_after_the_value_date_that_completes_the_due() {
    var employer = employer(YEAR, 100);
    var last = person();
    var checked = upload(employer, YEAR, people(99) + "\n李四," + last.number());
    checked
        .then()
        .statusCode(202)
        .body("status", equalTo("CHECKED"))
        .body("counts.valid", equalTo(100))
        .body("payable", equalTo("6000.00"));
    submit(employer, checked)
        .then()
        .statusCode(202)
        .body("status", equalTo("APPLIED"))
        .body("counts.applied", equalTo(100));
    var due = clerk(employer).request().get(BASE + "/contribution-dues");
    String reference = due.path("items[0].reference");
    var before = funds.require(PlanYear.MEDICAL).received();

    book(credit("A-" + reference, LocalDate.of(2016, 12, 28), "5940.00", reference));
    assertThat(covers.of(keys.of(last))).isEmpty();
    var second = credit("B-" + reference, LocalDate.of(2017, 1, 18), "60.00", reference);
    assertThat(book(second)).isEqualTo(new Booked(1, 0, 1, 0, 0));
    assertThat(book(second)).isEqualTo(new Booked(0, 1, 0, 0, 0));

    assertThat(covers.of(keys.of(last)))
        .extracting(Cover::from, Cover::until, Cover::renewed)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                LocalDate.of(2017, 1, 19), LocalDate.of(2018, 1, 1), false));
    assertThat(funds.require(PlanYear.MEDICAL).received())
        .isEqualTo(before.plus(Money.of("6000.00")));
  }

  @Test
  void every_fault_is_told_and_corrected_rows_alone_end_like_a_clean_upload() {
    var employer = employer(YEAR, 2);
    var twin = person().number();
    var csv = "姓名,身份证号,手机号\n王一," + twin + ",\n,123,abc\n王三," + twin + ",\n";

    var checked = upload(employer, YEAR, csv);

    checked.then().body("counts.valid", equalTo(1)).body("counts.rejected", equalTo(2));
    var id = checked.path("id");
    clerk(employer)
        .request()
        .get(BASE + "/enrolment-batches/" + id + "/rows?status=REJECTED")
        .then()
        .body("items[0].faults.code", hasItems("NAME_MISSING", "ID_LENGTH", "PHONE_INVALID"))
        .body("items[1].faults.code", hasItems("DUPLICATE_IN_FILE"));
  }

  private Booked book(Credit credit) {
    return QuarkusTransaction.requiringNew().call(() -> receipts.book(List.of(credit)));
  }

  private static Credit credit(String bankRef, LocalDate valueDate, String amount, String remark) {
    return new Credit("3306001", bankRef, valueDate, Money.of(amount), "某厂", "6222", remark);
  }
}
