package org.gonghui.insurance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.claim.ClaimProblems.PURPOSE_MISSING;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.insurance.review.Filing.APPROVER;
import static org.gonghui.insurance.review.Filing.OFFICER;
import static org.gonghui.insurance.review.Filing.OTHER_REVIEWER;
import static org.gonghui.insurance.review.Filing.REVIEWER;
import static org.gonghui.insurance.review.Filing.act;
import static org.gonghui.insurance.review.Filing.inReview;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

/** The whole story of a claim, and the chain that nobody can change. */
@QuarkusTest
class DossierTest {
  private static final TestCaller AUDITOR = TestCaller.a(Role.AUDITOR, "3306");

  @Inject City city;
  @Inject PayoutFixture payouts;

  @Test
  void every_decision_is_in_the_audit_chain_with_who_why_before_and_after() {
    var id = inReview(city.member(), "D-1", "48000.00");
    var corrected =
        Map.of("stay", stay("D-1", "47000.00"), "source", "hospital", "reason", "typed wrongly");
    act(REVIEWER, id, 1, "fact-corrections", corrected).statusCode(200);
    act(REVIEWER, id, 2, "approval", "").statusCode(200);
    act(APPROVER, id, 3, "second-approval", Map.of("decision", "RETURN", "reason", "look again"))
        .statusCode(200);
    act(OTHER_REVIEWER, id, 4, "refusal", Map.of("codes", List.of("EXCLUDED"), "text", "属于除外责任"))
        .statusCode(200);

    var chain = audited(id);

    assertThat(chain.getList("action"))
        .containsExactly(
            "claim-drafted",
            "claim-documents-added",
            "claim-adjudicated",
            "claim-in-review",
            "claim-facts-corrected",
            "claim-adjudicated",
            "claim-second-review",
            "claim-returned-to-review",
            "claim-refused");
    assertThat(chain.getList("actor"))
        .endsWith(REVIEWER.name(), REVIEWER.name(), APPROVER.name(), OTHER_REVIEWER.name());
    assertThat(chain.getList("[4].after.changed"))
        .isEqualTo(List.of("fundPaid", "inListSelfPaid", "totalCost"));
    assertThat(chain.getString("[4].reason")).isEqualTo("typed wrongly");
    assertThat(chain.getString("[7].reason")).isEqualTo("look again");
    assertThat(chain.getMap("[8].before"))
        .containsEntry("status", "IN_REVIEW")
        .containsEntry("granted", "0.00");
    assertThat(chain.getMap("[8].after"))
        .containsEntry("status", "REFUSED")
        .containsEntry("codes", List.of("EXCLUDED"));
    assertThat(chain.prettify()).doesNotContain("王小明", "D-1", "47000.00", "48000.00");
    AUDITOR
        .request()
        .get(API + "/audit/verification")
        .then()
        .statusCode(200)
        .body("intact", equalTo(true));
  }

  @Test
  void a_benefit_without_application_is_in_the_chain_too() {
    var member = city.member();
    City.hospital()
        .request()
        .body(City.settlement("D-2", member, stay("D-2", "3800.00")))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
    String id = member.caller().request().get(API + "/claims").path("items[0].id");

    var chain = audited(id);

    assertThat(chain.getList("action")).containsExactly("claim-approved");
    assertThat(chain.getList("actor")).containsExactly("hospital");
    assertThat(chain.getMap("[0].after"))
        .containsEntry("status", "APPROVED")
        .containsEntry("granted", "1485.00")
        .containsEntry("decisionNo", 1);
  }

  @Test
  void the_dossier_tells_the_whole_story_in_order_up_to_the_money() {
    payouts.fill("50000000.00");
    var town = city.in("330684011");
    var member = town.member();
    payouts.giveAccount("330684", member.key(), "6222020000004711").statusCode(200);
    City.hospital()
        .request()
        .body(City.settlement("D-3", member, stay("D-3", "3800.00")))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
    String id = member.caller().request().get(API + "/claims").path("items[0].id");
    OFFICER
        .in("330684")
        .request()
        .body(Map.of("day", "2017-06-01", "place", "窗口"))
        .post(API + "/claims/" + id + "/visits")
        .then()
        .statusCode(201);
    var _ = payouts.paid("330684", "2017-12-29");

    var dossier = REVIEWER.request().get(API + "/claims/" + id + "/dossier").then().statusCode(200);

    dossier
        .body("claim.status", equalTo("PAID"))
        .body("facts.stay.invoiceNo", equalTo("D-3"))
        .body("story.at", everyItem(notNullValue()));
    assertThat(dossier.extract().<List<String>>path("story.what"))
        .containsSubsequence("SUBMITTED", "APPROVED", "PAYOUT_OPENED", "VISIT", "PAYOUT_PAID")
        .contains("DECISION");
    var timeline =
        member.caller().request().get(API + "/claims/" + id + "/timeline").then().statusCode(200);
    assertThat(timeline.extract().<List<String>>path("step"))
        .containsExactly("SUBMITTED", "APPROVED", "PAYOUT_OPENED", "PAYOUT_PAID");
    timeline.body("[3].detail.amount", equalTo("1485.00"));
  }

  @Test
  void reading_medical_facts_leaves_a_trace_and_auditors_say_why() {
    var member = city.member();
    var id = inReview(member, "D-4", "3800.00");
    var before = audited(id).getList("action").size();

    AUDITOR.request().get(API + "/claims/" + id + "/dossier").then().spec(problem(PURPOSE_MISSING));
    AUDITOR
        .request()
        .get(API + "/claims/" + id + "/dossier?purpose=yearly-audit")
        .then()
        .statusCode(200);
    explanation(REVIEWER, id);
    explanation(member.caller(), id);

    var chain = audited(id);
    assertThat(chain.getList("action").subList(before, before + 2))
        .containsExactly("dossier-read", "explanation-read");
    assertThat(chain.getString("[%d].reason".formatted(before))).isEqualTo("yearly-audit");
    assertThat(chain.getList("action")).hasSize(before + 2);
  }

  private static void explanation(TestCaller caller, String id) {
    caller
        .request()
        .accept("application/json")
        .get(API + "/claims/" + id + "/decisions/1/explanation")
        .then()
        .statusCode(200);
  }

  private static JsonPath audited(String id) {
    return AUDITOR
        .request()
        .get(API + "/audit/entries?subject=" + id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
