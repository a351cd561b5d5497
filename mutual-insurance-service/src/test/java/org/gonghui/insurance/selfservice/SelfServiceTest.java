package org.gonghui.insurance.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.hospital;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.insurance.review.Filing.OFFICER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.filing.City.Member;
import org.gonghui.insurance.review.Filing;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

/** What members see and change of their own, and what others may read of them. */
@QuarkusTest
class SelfServiceTest {
  private static final TestCaller AUDITOR = TestCaller.a(Role.AUDITOR, "3306");

  @Inject City city;

  @Test
  void the_export_holds_all_of_ones_own_data_and_nobody_elses() {
    var joiner = city.joiner(LocalDate.of(2017, 4, 20));
    send(hospital(), "P-1", joiner, "3800.00");
    var id = Filing.inReview(joiner, "P-2", "430.00");
    OFFICER
        .request()
        .body(Map.of("day", "2017-06-01", "place", "窗口"))
        .post(API + "/claims/" + id + "/visits")
        .then()
        .statusCode(201);

    read(joiner)
        .body("idNumber", equalTo(joiner.idNumber()))
        .body("covers", hasSize(1))
        .body("claims.claim.id", equalTo(List.of(id)))
        .body("claims[0].claim.facts.stay.invoiceNo", equalTo("P-2"))
        .body("claims[0].decisions", hasSize(1))
        .body("claims[0].documents", hasSize(3))
        .body("claims[0].trips[0].place", equalTo("窗口"))
        .body("settlements", hasSize(1))
        .body("settlements[0].explanation.reasons", hasItem("WAITING"))
        .body("payouts", hasSize(0));
    read(city.member()).body("claims", hasSize(0)).body("settlements", hasSize(0));
    OFFICER.request().get(API + "/personal-data").then().statusCode(403);
  }

  @Test
  void a_wrong_name_or_phone_is_corrected_at_once_and_noted_masked() {
    var member = city.member();
    var version = read(member).extract().header("ETag");

    correct(member, version, Map.of("phone", "12345")).statusCode(400);
    correct(member, version, Map.of("idNumber", "339999197001010018")).statusCode(400);
    correct(member, version, Map.of()).statusCode(400);
    correct(member, "\"77\"", Map.of("phone", "13800005678")).statusCode(412);
    correct(member, version, Map.of("name", "王晓明", "phone", "13800005678"))
        .statusCode(200)
        .body("name", equalTo("王晓明"))
        .body("phone", equalTo("13800005678"));

    var contact = OFFICER.request().get(contact(member) + "?purpose=unclaimed-benefit").then();
    contact.statusCode(200).body("name", equalTo("王晓明")).body("phone", equalTo("13800005678"));
    correct(OFFICER, version, Map.of("phone", "13800005678")).statusCode(403);
  }

  @Test
  void the_contact_needs_a_purpose_an_area_and_leaves_a_trace() {
    var member = city.member();

    OFFICER.request().get(contact(member)).then().statusCode(400);
    OFFICER.in("330681").request().get(contact(member) + "?purpose=curious").then().statusCode(404);
    member.caller().request().get(contact(member) + "?purpose=curious").then().statusCode(403);
    OFFICER.request().get(contact(member) + "?purpose=unclaimed").then().statusCode(200);
    TestCaller.aPartner("aid-service", "mutual-insurance:bills:reserve")
        .request()
        .get(contact(member) + "?purpose=visit")
        .then()
        .statusCode(200);

    var person = city.personId(member);
    var trail =
        AUDITOR.request().get(API + "/audit/entries?subject=" + person).then().statusCode(200);
    trail
        .body("action", equalTo(List.of("contact-read", "contact-read")))
        .body("reason", equalTo(List.of("unclaimed", "visit")));
    assertThat(trail.extract().asString()).doesNotContain("王小明");
  }

  @Test
  void consent_given_by_the_member_lets_the_source_send_again_and_withdrawn_keeps_nothing() {
    var member = city.withoutConsent();
    send(hospital(), "P-4", member, "3800.00").body("outcome", equalTo("NOT_PROCESSED"));
    requests().body("items.settlementNo", not(hasItem("P-4")));

    consent(member, true).body("autoClaimConsent", equalTo("GIVEN"));
    requests().body("items.settlementNo", hasItem("P-4"));
    send(hospital(), "P-4", member, "3800.00").body("outcome", equalTo("ACCEPTED"));
    requests().body("items.settlementNo", not(hasItem("P-4")));

    consent(member, false).body("autoClaimConsent", equalTo("WITHDRAWN"));
    send(hospital(), "P-5", member, "4800.00").body("outcome", equalTo("NOT_PROCESSED"));
    read(member).body("claims", hasSize(1));
  }

  @Test
  void a_source_reads_its_own_settlement_and_the_benefit_only_with_the_scope_for_it() {
    var member = city.member();
    String id = send(hospital(), "P-6", member, "3800.00").extract().path("id");
    var path = API + "/settlements/" + id;
    var informed =
        TestCaller.aPartner(
            "hospital", "mutual-insurance:settlements:write", "mutual-insurance:benefits:read");

    hospital()
        .request()
        .get(path)
        .then()
        .statusCode(200)
        .body("outcome", equalTo("ACCEPTED"))
        .body("benefit", nullValue());
    informed
        .request()
        .get(path)
        .then()
        .statusCode(200)
        .body("benefit.status", equalTo("APPROVED"))
        .body("benefit.granted", equalTo("1485.00"));
    TestCaller.aPartner("bureau", "mutual-insurance:benefits:read")
        .request()
        .get(path)
        .then()
        .statusCode(404);
    OFFICER.request().get(path).then().statusCode(403);
  }

  private static String contact(Member member) {
    return API + "/persons/" + member.key() + "/contact";
  }

  private static ValidatableResponse read(Member member) {
    return member.caller().request().get(API + "/personal-data").then().statusCode(200);
  }

  private static ValidatableResponse correct(
      Member member, String version, Map<String, Object> correction) {
    return correct(member.caller(), version, correction);
  }

  private static ValidatableResponse correct(
      TestCaller who, String version, Map<String, Object> correction) {
    return who.request()
        .header("If-Match", version)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(correction)
        .post(API + "/personal-data/corrections")
        .then();
  }

  private static ValidatableResponse consent(Member member, boolean given) {
    return member
        .caller()
        .request()
        .header("If-Match", read(member).extract().header("ETag"))
        .body(Map.of("given", given))
        .put(API + "/consents/auto-claims")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse requests() {
    return hospital().request().get(API + "/settlement-requests?limit=200").then().statusCode(200);
  }

  private static ValidatableResponse send(
      TestCaller source, String no, Member member, String inList) {
    return source
        .request()
        .body(settlement(no, member, stay(no, inList)))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
  }
}
