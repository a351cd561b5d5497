package org.gonghui.insurance.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.hospital;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.insurance.review.Filing.APPROVER;
import static org.gonghui.insurance.review.Filing.OFFICER;
import static org.gonghui.insurance.review.Filing.OTHER_REVIEWER;
import static org.gonghui.insurance.review.Filing.REVIEWER;
import static org.gonghui.insurance.review.Filing.act;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.filing.City.Member;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.insurance.review.Filing;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

/** What becomes of decided claims whose grounds change. */
@QuarkusTest
class CorrectionTest {
  @Inject City city;
  @Inject Sql sql;
  @Inject PayoutFixture payouts;

  @Test
  void an_annulled_cover_sends_paid_claims_to_people_and_takes_nothing_back_by_itself() {
    var member = city.member();
    payouts.giveAccount("330602", member.key(), "6222020000004712").statusCode(200);
    var granted = claimed("K-1", member, "3800.00");
    var later = stay("K-1b", "6000.00");
    later.putAll(Map.of("admittedOn", "2017-07-01", "dischargedOn", "2017-07-20"));
    var open = inReview(member, later);

    annul(member);

    assertThat(claim(granted)).isEqualTo("APPROVED 1485.00");
    assertThat(payouts.statuses(UUID.fromString(granted))).containsExactly("HELD");
    assertThat(task(granted)).isEqualTo("COVER_ANNULLED 0.00");
    act(REVIEWER, open, 1, "approval", "").spec(problem(STALE_VERSION));
    assertThat(
            sql.list(
                "select review_reasons from claim where id = ?::uuid",
                row -> row.texts("review_reasons"),
                open))
        .first()
        .asInstanceOf(LIST)
        .contains("NOT_PAYABLE");
    REVIEWER
        .request()
        .post(API + "/review-tasks/" + granted + "/assignment")
        .then()
        .statusCode(204);
    assertThat(tasks(REVIEWER.in("330681"))).doesNotContain(granted);
  }

  @Test
  void a_source_that_lowers_a_granted_bill_has_the_difference_proposed() {
    var member = city.member();
    var id = claimed("K-2", member, "8765.43");

    TestCaller.aPartner("bureau", "mutual-insurance:settlements:write")
        .request()
        .body(settlement("K-2-B", member, stay("K-2", "6000.00")))
        .post(API + "/settlements")
        .then()
        .statusCode(201);

    assertThat(claim(id)).isEqualTo("APPROVED 3882.71");
    assertThat(task(id)).isEqualTo("SETTLEMENT_CHANGED 2500.00");
    OFFICER
        .request()
        .get(API + "/claims/" + id + "/timeline")
        .then()
        .body("detail.delta", hasItem("-1382.71"));
  }

  @Test
  void a_voided_settlement_of_a_granted_claim_goes_to_people() {
    var member = city.member();
    var id = claimed("K-3", member, "3800.00");
    var settlement =
        sql.list("select id from settlement where settlement_no = 'K-3'", row -> row.text("id"))
            .getFirst();

    hospital()
        .request()
        .post(API + "/settlements/" + settlement + "/voidance")
        .then()
        .statusCode(200);

    assertThat(claim(id)).isEqualTo("APPROVED 1485.00");
    assertThat(task(id)).isEqualTo("SETTLEMENT_VOIDED 0.00");
  }

  @Test
  void the_facts_of_an_open_claim_keep_their_invoice_and_move_with_their_day() {
    var id = inReview(city.member(), stay("K-4", "3800.00"));
    var moved = stay("K-4", "3800.00");
    moved.putAll(Map.of("admittedOn", "2017-05-10"));
    var other = stay("K-5", "3800.00");

    act(REVIEWER, id, 1, "fact-corrections", corrected(other)).statusCode(400);
    act(REVIEWER, id, 1, "fact-corrections", corrected(moved)).statusCode(200);

    OFFICER.request().get(API + "/claims/" + id).then().body("eventDate", equalTo("2017-05-10"));
    act(OTHER_REVIEWER, id, 2, "approval", "").statusCode(200);
  }

  private static Map<String, Object> corrected(Map<String, Object> stay) {
    return Map.of("stay", stay, "source", "hospital", "reason", "typed wrongly");
  }

  private static String inReview(Member member, Map<String, Object> stay) {
    String id =
        Filing.draft(OFFICER, Filing.stayClaim(member, stay)).statusCode(201).extract().path("id");
    Filing.papers(OFFICER, id, "SETTLEMENT_SHEET", "INVOICE", "DISCHARGE_SUMMARY");
    act(OFFICER, id, 0, "submission", "").statusCode(200);
    return id;
  }

  private String claimed(String no, Member member, String inList) {
    hospital()
        .request()
        .body(settlement(no, member, stay(no, inList)))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
    return sql.list(
            "select id from claim where person_key = ? order by no",
            r -> r.text("id"),
            member.key())
        .getFirst();
  }

  private void annul(Member member) {
    var enrolment =
        sql.list(
                "select id, version from enrolment where person_key = ?",
                row -> Map.entry(row.text("id"), row.number("version")),
                member.key())
            .getFirst();
    for (var who : List.of(OFFICER, APPROVER)) {
      annul(who, enrolment.getKey(), enrolment.getValue()).statusCode(200);
    }
  }

  private static ValidatableResponse annul(TestCaller who, String id, int version) {
    return who.request()
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("reason", "never employed there"))
        .post(API + "/enrolments/" + id + "/annulment")
        .then();
  }

  private String claim(String id) {
    return sql.list(
            "select status, granted from claim where id = ?::uuid",
            row -> row.text("status") + " " + row.text("granted"),
            id)
        .getFirst();
  }

  private static String task(String claim) {
    var path = REVIEWER.request().get(API + "/review-tasks?limit=200").jsonPath();
    var correction = path.getMap("items.find { it.id == '%s' }.correction".formatted(claim));
    return correction.get("cause") + " " + correction.get("expected");
  }

  private static List<String> tasks(TestCaller who) {
    return who.request().get(API + "/review-tasks?limit=200").path("items.id");
  }
}
