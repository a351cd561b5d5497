package org.gonghui.insurance.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.hospital;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.insurance.settlement.SettlementProblems.AMOUNTS_DO_NOT_ADD_UP;
import static org.gonghui.insurance.settlement.SettlementProblems.INVALID_STAY;
import static org.gonghui.insurance.settlement.SettlementProblems.REPLACES_UNKNOWN;
import static org.gonghui.insurance.settlement.SettlementProblems.SETTLEMENT_CONFLICT;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.gonghui.insurance.filing.City.Member;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.testing.TestCaller;
import org.gonghui.kit.testing.TestListener;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AutoClaimTest {
  @Inject City city;
  @Inject Sql sql;

  @Test
  void a_settlement_becomes_an_approved_claim_without_any_request() throws Exception {
    var member = city.member();

    send(settlement("S-1", member, stay("I-1", "3800.00")))
        .statusCode(201)
        .body("outcome", equalTo("ACCEPTED"));

    assertThat(claims(member)).containsExactly("HOSPITAL AUTO APPROVED 1485.00");
    assertThat(number("select used from accumulator where person_key = ?", member))
        .isEqualTo("1485.00");
    assertThat(
            number(
                "select sum(amount) from bill_entry e join bill b using (bill_key) where b.person_key = ?",
                member))
        .isEqualTo("1485.00");
    assertThat(events(member, 2)).containsExactly("claim.submitted.v1", "claim.approved.v1");
  }

  @Test
  void the_same_content_again_is_answered_alike_and_another_content_refused() {
    var member = city.member();
    var content = settlement("S-2", member, stay("I-2", "3800.00"));
    send(content).statusCode(201);

    send(content).statusCode(200).body("outcome", equalTo("ACCEPTED"));
    send(settlement("S-2", member, stay("I-2", "3900.00"))).spec(problem(SETTLEMENT_CONFLICT));

    assertThat(claims(member)).hasSize(1);
  }

  @Test
  void one_invoice_from_hospital_and_bureau_is_one_claim() {
    var member = city.member();
    send(settlement("S-3", member, stay("I-3", "3800.00"))).statusCode(201);

    bureau()
        .request()
        .body(settlement("B-3", member, stay("I-3", "3800.00")))
        .post(API + "/settlements")
        .then()
        .statusCode(201)
        .body("outcome", equalTo("ACCEPTED"));

    assertThat(claims(member)).hasSize(1);
    assertThat(statuses(member)).containsExactly("CLAIMED", "ATTACHED");
  }

  @Test
  void without_consent_no_amount_or_illness_is_kept_and_the_number_is_asked_for_later() {
    var member = city.withoutConsent();

    send(settlement("S-4", member, stay("I-4", "43210.98")))
        .statusCode(201)
        .body("outcome", equalTo("NOT_PROCESSED"));

    assertThat(claims(member)).isEmpty();
    assertThat(
            number(
                "select count(*)::numeric(14,2) from settlement where person_key = ? and content is null",
                member))
        .isEqualTo("1.00");
    assertThat(requests()).doesNotContain("S-4");
    city.consent(member);
    assertThat(requests()).contains("S-4");
    send(settlement("S-4", member, stay("I-4", "3800.00"))).statusCode(201);
    assertThat(claims(member)).containsExactly("HOSPITAL AUTO APPROVED 1485.00");
  }

  @Test
  void somebody_without_cover_is_not_processed() {
    var member = city.stranger();
    city.consent(member);

    send(settlement("S-5", member, stay("I-5", "3800.00")))
        .body("outcome", equalTo("NOT_PROCESSED"));

    assertThat(statuses(member)).containsExactly("NOT_COVERED");
  }

  @Test
  void a_new_joiner_still_waiting_gets_an_explanation_and_no_claim() {
    var member = city.joiner(LocalDate.of(2017, 4, 20));

    send(settlement("S-6", member, stay("I-6", "3800.00"))).body("outcome", equalTo("ACCEPTED"));

    assertThat(statuses(member)).containsExactly("NOT_PAYABLE");
    assertThat(claims(member)).isEmpty();
  }

  @Test
  void a_large_benefit_goes_to_a_person_and_takes_nothing_yet() {
    var member = city.member();

    send(settlement("S-7", member, stay("I-7", "48000.00")));

    assertThat(claims(member)).containsExactly("HOSPITAL AUTO IN_REVIEW 0.00");
    assertThat(number("select used from accumulator where person_key = ?", member))
        .isEqualTo("0.00");
  }

  @Test
  void a_first_diagnosis_drafts_the_second_claim_for_review() {
    var member = city.member();
    var stay = stay("I-8", "8765.43");
    stay.put("diagnoses", List.of("C34.1"));
    stay.put("firstDiagnosis", true);

    send(settlement("S-8", member, stay));

    assertThat(claims(member))
        .containsExactly("HOSPITAL AUTO APPROVED 3882.71", "CRITICAL_ILLNESS AUTO IN_REVIEW 0.00");
  }

  @Test
  void a_high_burden_is_told_once_per_person_and_year() throws Exception {
    var member = city.member();
    var stay = stay("I-9", "19863.64");
    stay.putAll(
        Map.of("offListSelfPaid", "38136.36", "totalCost", "120000.00", "fundPaid", "62000.00"));

    send(settlement("S-9", member, stay));
    var second = stay("I-9b", "3800.00");
    second.put("admittedOn", "2017-07-01");
    second.put("dischargedOn", "2017-07-05");
    send(settlement("S-9b", member, second));

    assertThat(events(member, 5)).filteredOn("claim.high-out-of-pocket.v1"::equals).hasSize(1);
    assertThat(number("select rest from high_out_of_pocket where person_key = ?", member))
        .isEqualTo("48100.00");
  }

  @Test
  void impossible_stays_are_refused_with_pointers() {
    var member = city.member();
    var early = stay("I-10", "3800.00");
    early.put("dischargedOn", "2017-05-01");
    early.put("fundPaid", "-1.00");
    var future = stay("I-10", "3800.00");
    future.put("admittedOn", "2099-05-01");
    future.put("dischargedOn", "2099-05-02");
    var unequal = stay("I-10", "3800.00");
    unequal.put("totalCost", "7600.01");

    send(settlement("S-10", member, early))
        .spec(problem(INVALID_STAY))
        .body("errors.pointer", equalTo(List.of("/stay/dischargedOn", "/stay/fundPaid")));
    send(settlement("S-10", member, future)).spec(problem(INVALID_STAY));
    send(settlement("S-10", member, unequal))
        .spec(problem(AMOUNTS_DO_NOT_ADD_UP))
        .body("difference", equalTo("0.01"));
    var wrongId = settlement("S-10", member, stay("I-10", "3800.00"));
    wrongId.put("idNumber", "339999199001010010");
    send(wrongId)
        .spec(problem(CitizenId.INVALID_ID))
        .body("errors[0].pointer", equalTo("/idNumber"));
    var unknown = settlement("S-10", member, stay("I-10", "3800.00"));
    unknown.put("amount", "1.00");
    send(unknown).statusCode(400);
    assertThat(statuses(member)).isEmpty();
  }

  @Test
  void a_replacement_needs_what_it_replaces_and_a_replaced_one_cannot_be_voided() {
    var member = city.member();
    var unknown = settlement("S-11", member, stay("I-11", "3800.00"));
    unknown.put("replaces", "NEVER");
    send(unknown).spec(problem(REPLACES_UNKNOWN));
    String first = send(settlement("S-12", member, stay("I-12", "48000.00"))).extract().path("id");
    var better = settlement("S-13", member, stay("I-12", "3800.00"));
    better.put("replaces", "S-12");

    send(better).statusCode(201);

    hospital().request().post(API + "/settlements/" + first + "/voidance").then().statusCode(409);
    assertThat(statuses(member)).containsExactly("REPLACED", "ATTACHED");
  }

  @Test
  void only_partners_with_the_scope_and_their_own_hospitals_send() {
    var member = city.member();
    var body = settlement("S-14", member, stay("I-14", "3800.00"));

    TestCaller.a(Role.OFFICER, "3306")
        .request()
        .body(body)
        .post(API + "/settlements")
        .then()
        .statusCode(403);
    hospital()
        .providers("H999")
        .request()
        .body(body)
        .post(API + "/settlements")
        .then()
        .statusCode(404);
    String id = send(body).extract().path("id");
    bureau().request().post(API + "/settlements/" + id + "/voidance").then().statusCode(404);
  }

  @Test
  void a_bad_line_of_a_batch_has_its_error_alone() {
    var member = city.member();
    var good = json(settlement("S-15", member, stay("I-15", "3800.00")));
    var text =
        good
            + "\n{broken\n"
            + good.replace("S-15", "S-16").replace("\"3800.00\"", "\"3800.005\"")
            + "\n"
            + good.replace("S-15", "S-17").replace("I-15", "I-17").replace("2017-05", "2017-08")
            + "\n";

    hospital()
        .request()
        .contentType("application/x-ndjson")
        .body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post(API + "/settlement-batches")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(2))
        .body("refused", equalTo(2))
        .body("lines[1].code", equalTo("INVALID_LINE"))
        .body("lines[2].code", equalTo("INVALID_AMOUNT"));

    assertThat(claims(member)).hasSize(2);
  }

  private static TestCaller bureau() {
    return TestCaller.aPartner("bureau", "mutual-insurance:settlements:write");
  }

  private static ValidatableResponse send(Map<String, Object> body) {
    return hospital().request().body(body).post(API + "/settlements").then();
  }

  private static List<String> requests() {
    return hospital()
        .request()
        .get(API + "/settlement-requests?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .path("items.settlementNo");
  }

  private static String json(Map<String, Object> value) {
    return new String(
        org.gonghui.insurance.adjudication.Canonical.bytes(value),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private List<String> claims(Member member) {
    return sql.list(
        "select kind, channel, status, granted from claim where person_key = ? order by no",
        row ->
            String.join(
                " ",
                row.text("kind"),
                row.text("channel"),
                row.text("status"),
                row.text("granted")),
        member.key());
  }

  private List<String> statuses(Member member) {
    return sql.list(
        "select status from settlement where person_key = ? order by id",
        row -> row.text("status"),
        member.key());
  }

  private String number(String query, Member member) {
    return sql.list(
            query.replaceFirst("select (\\S+) ", "select $1 as n "),
            row -> row.text("n"),
            member.key())
        .getFirst();
  }

  private static List<String> events(Member member, int count) throws InterruptedException {
    try (var listener = TestListener.on("gonghui.mutual-insurance.claim")) {
      return Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> told(listener, member), told -> told.size() >= count);
    }
  }

  private static List<String> told(TestListener listener, Member member) {
    return listener.soFar().stream()
        .filter(heard -> heard.payload().contains(member.key().value()))
        .map(heard -> heard.type().replace("org.gonghui.mutual-insurance.", ""))
        .toList();
  }
}
