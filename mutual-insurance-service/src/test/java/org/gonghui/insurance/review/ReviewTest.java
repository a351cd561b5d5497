package org.gonghui.insurance.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.claim.ClaimProblems.ALREADY_DECIDED_BY_YOU;
import static org.gonghui.insurance.claim.ClaimProblems.DECISION_CHANGED;
import static org.gonghui.insurance.claim.ClaimProblems.DOCUMENT_ALREADY_HELD;
import static org.gonghui.insurance.claim.ClaimProblems.DUPLICATE_CLAIM;
import static org.gonghui.insurance.claim.ClaimProblems.NOTHING_TO_APPROVE;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.insurance.review.Filing.APPROVER;
import static org.gonghui.insurance.review.Filing.OFFICER;
import static org.gonghui.insurance.review.Filing.OTHER_REVIEWER;
import static org.gonghui.insurance.review.Filing.REVIEWER;
import static org.gonghui.insurance.review.Filing.act;
import static org.gonghui.insurance.review.Filing.draft;
import static org.gonghui.insurance.review.Filing.inReview;
import static org.gonghui.insurance.review.Filing.papers;
import static org.gonghui.insurance.review.Filing.stayClaim;
import static org.gonghui.kit.problem.Problems.ILLEGAL_TRANSITION;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;
import static org.gonghui.kit.problem.Problems.VERSION_MISSING;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.decision.Decisions;
import org.gonghui.insurance.filing.City;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewTest {
  private static final String[] STAY_PAPERS = {"SETTLEMENT_SHEET", "INVOICE", "DISCHARGE_SUMMARY"};

  @Inject City city;
  @Inject Decisions decisions;

  @Test
  void a_claim_without_papers_names_all_that_are_missing_and_goes_on_when_they_come() {
    var member = city.member();
    String id =
        draft(member.caller(), stayClaim(member, stay("R-1", "3800.00")))
            .statusCode(201)
            .extract()
            .path("id");

    act(member.caller(), id, 0, "submission", "")
        .statusCode(200)
        .body("status", equalTo("INCOMPLETE"))
        .body("missing", equalTo(List.of(STAY_PAPERS)));
    papers(member.caller(), id, STAY_PAPERS);
    act(member.caller(), id, 1, "submission", "")
        .statusCode(200)
        .body("status", equalTo("IN_REVIEW"))
        .body("reviewReasons", hasItem("MANUAL_SOURCE"));

    act(
            REVIEWER,
            id,
            2,
            "document-requests",
            Map.of("kinds", List.of("INVOICE"), "reason", "unreadable page"))
        .spec(problem(DOCUMENT_ALREADY_HELD));
    act(REVIEWER, id, 2, "approval", "")
        .statusCode(200)
        .body("status", equalTo("APPROVED"))
        .body("granted", equalTo("1485.00"));
    member
        .caller()
        .request()
        .get(API + "/claims/" + id + "/timeline")
        .then()
        .statusCode(200)
        .body(
            "step", hasItems("DRAFTED", "INCOMPLETE", "DOCUMENTS_ADDED", "IN_REVIEW", "APPROVED"));
    assertThat(decisions.isReproduced(UUID.fromString(id), 1)).isTrue();
    assertThat(decisions.isReproduced(UUID.fromString(id), 2)).isTrue();
  }

  @Test
  void a_decision_explains_itself_in_words_and_as_a_page() {
    var member = city.member();
    var id = inReview(member, "R-2", "3800.00");

    member
        .caller()
        .request()
        .header("Accept-Language", "zh-CN")
        .accept("application/json")
        .get(API + "/claims/" + id + "/decisions/1/explanation")
        .then()
        .statusCode(200)
        .body("amount", equalTo("1485.00"))
        .body("words", hasItem("分段计算:3,300.00 × 45 % = 1,485.00 元。"))
        .body("checks.size()", equalTo(0));
    REVIEWER
        .request()
        .accept("application/json")
        .get(API + "/claims/" + id + "/decisions/1/explanation")
        .then()
        .statusCode(200)
        .body("checks.size()", equalTo(13));
    member
        .caller()
        .request()
        .header("Accept-Language", "en")
        .accept("text/html")
        .get(API + "/claims/" + id + "/decisions/1/explanation")
        .then()
        .statusCode(200)
        .body(containsString("<li>Deductible: minus 500.00 CNY.</li>"));
  }

  @Test
  void capturer_reviewer_and_second_approver_are_three_people() {
    var member = city.member();
    var id = inReview(member, "R-3", "48000.00");

    act(OFFICER.with(Role.REVIEWER, Role.OFFICER), id, 1, "approval", "")
        .spec(problem(MAKER_IS_CHECKER));
    act(REVIEWER.person(member.key()), id, 1, "approval", "").spec(problem(MAKER_IS_CHECKER));
    act(REVIEWER, id, 1, "approval", "").statusCode(200).body("status", equalTo("SECOND_REVIEW"));
    act(REVIEWER.with(Role.APPROVER), id, 2, "second-approval", Map.of("decision", "APPROVE"))
        .spec(problem(ALREADY_DECIDED_BY_YOU));
    act(TestCaller.a(Role.OPS, "3306"), id, 2, "second-approval", Map.of("decision", "APPROVE"))
        .statusCode(403);
    act(APPROVER, id, 2, "second-approval", Map.of("decision", "APPROVE"))
        .statusCode(200)
        .body("status", equalTo("APPROVED"))
        .body("granted", equalTo("28500.00"));
  }

  @Test
  void a_returned_claim_is_not_decided_again_by_the_same_reviewer() {
    var id = inReview(city.member(), "R-4", "48000.00");
    act(REVIEWER, id, 1, "approval", "").statusCode(200);

    act(
            APPROVER,
            id,
            2,
            "second-approval",
            Map.of("decision", "RETURN", "reason", "check the invoice"))
        .statusCode(200)
        .body("status", equalTo("IN_REVIEW"));

    act(REVIEWER, id, 3, "approval", "").spec(problem(ALREADY_DECIDED_BY_YOU));
    act(OTHER_REVIEWER, id, 3, "approval", "").statusCode(200);
  }

  @Test
  void an_approval_that_would_now_give_another_amount_shows_the_new_decision() {
    var member = city.member();
    var first = inReview(member, "R-5", "74000.00");
    var second = inReview(member, "R-5b", "60000.00");
    act(REVIEWER, first, 1, "approval", "").statusCode(200);
    act(APPROVER, first, 2, "second-approval", Map.of("decision", "APPROVE")).statusCode(200);

    act(REVIEWER, second, 1, "approval", "").spec(problem(DECISION_CHANGED));

    act(REVIEWER, second, 1, "approval", "").spec(problem(STALE_VERSION));
    act(REVIEWER, second, 2, "approval", "").statusCode(200).body("granted", equalTo("3300.00"));
  }

  @Test
  void corrected_facts_are_decided_again_by_the_engine_and_nobody_types_an_amount() {
    var id = inReview(city.member(), "R-6", "8765.43");
    var corrected =
        Map.of("stay", stay("R-6", "6000.00"), "source", "hospital", "reason", "typed wrongly");

    act(REVIEWER, id, 1, "fact-corrections", corrected).statusCode(200);
    act(REVIEWER, id, 2, "approval", "").statusCode(200).body("granted", equalTo("2500.00"));

    var withAmount = Map.of("amount", "9.00", "source", "me", "reason", "because I want");
    act(REVIEWER, id, 3, "fact-corrections", withAmount).statusCode(400);
  }

  @Test
  void a_refusal_names_its_reasons_and_nothing_zero_is_approved() {
    var member = city.member();
    var id = inReview(member, "R-7", "430.00");

    act(REVIEWER, id, 1, "approval", "").spec(problem(NOTHING_TO_APPROVE));
    act(REVIEWER, id, 1, "refusal", Map.of("codes", List.of("BELOW_DEDUCTIBLE"), "text", "未超过起付线"))
        .statusCode(200)
        .body("status", equalTo("REFUSED"));

    act(OTHER_REVIEWER, id, 2, "approval", "")
        .spec(problem(ILLEGAL_TRANSITION))
        .body("allowed", equalTo(List.of("APPROVED")));
  }

  @Test
  void a_decision_needs_the_version_that_was_seen() {
    var id = inReview(city.member(), "R-8", "3800.00");

    REVIEWER
        .request()
        .body("")
        .post(API + "/claims/" + id + "/approval")
        .then()
        .spec(problem(VERSION_MISSING));
    act(REVIEWER, id, 0, "approval", "").spec(problem(STALE_VERSION));
  }

  @Test
  void a_claim_of_another_area_or_person_does_not_exist_and_an_employer_learns_nothing() {
    var member = city.member();
    var id = inReview(member, "R-9", "3800.00");
    var clerk = TestCaller.aClerk(CreditCode.of(City.EMPLOYER), City.TOWN);

    act(REVIEWER.in("330681"), id, 1, "approval", "").spec(problem(NOT_FOUND));
    city.member().caller().request().get(API + "/claims/" + id).then().spec(problem(NOT_FOUND));
    clerk.request().get(API + "/claims/" + id).then().spec(problem(NOT_FOUND));
    draft(member.caller(), stayClaim(member, stay("R-9", "3800.00")))
        .spec(problem(DUPLICATE_CLAIM))
        .body("claim", equalTo(API + "/claims/" + id));
    draft(clerk, stayClaim(member, stay("R-9", "3800.00"))).statusCode(201);
    member
        .caller()
        .request()
        .get(API + "/claims")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    REVIEWER
        .request()
        .get(API + "/review-tasks?limit=200")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    act(clerk, id, 1, "approval", "").statusCode(403);
  }

  @Test
  void papers_are_told_by_their_content() {
    var member = city.member();
    String id =
        draft(member.caller(), stayClaim(member, stay("R-10", "3800.00"))).extract().path("id");

    member
        .caller()
        .request()
        .contentType("multipart/form-data")
        .multiPart(
            "INVOICE",
            "invoice.pdf",
            "MZ not a pdf".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "application/pdf")
        .post(API + "/claims/" + id + "/documents")
        .then()
        .statusCode(415);
    member
        .caller()
        .request()
        .contentType("multipart/form-data")
        .multiPart(
            "SECRET",
            "invoice.pdf",
            "%PDF-1.7 x".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "application/pdf")
        .post(API + "/claims/" + id + "/documents")
        .then()
        .statusCode(400);
  }

  @Test
  void trips_to_one_counter_on_one_day_count_once() {
    var id = inReview(city.member(), "R-11", "3800.00");
    var trip = Map.of("day", "2017-06-01", "place", "越城窗口");
    var trips = API + "/claims/" + id + "/visits";

    OFFICER.request().body(trip).post(trips).then().statusCode(201);
    OFFICER.request().body(trip).post(trips).then().statusCode(201).body("visitCount", equalTo(1));
    OFFICER
        .request()
        .body(Map.of("day", "2017-06-02", "place", "越城窗口"))
        .post(trips)
        .then()
        .body("visitCount", equalTo(2));
  }

  @Test
  void previews_use_the_same_engine_and_store_nothing() {
    var member = city.member();

    member
        .caller()
        .request()
        .body(Map.of("day", "2017-06-01"))
        .post(API + "/eligibility-previews")
        .then()
        .statusCode(200)
        .body("covered", equalTo(true))
        .body("hospitalLimitLeft", equalTo("50000.00"));
    member
        .caller()
        .request()
        .body(Map.of("stay", stay("R-12", "8765.43")))
        .post(API + "/claim-previews")
        .then()
        .statusCode(200)
        .body("amount", equalTo("0.00"))
        .body("reasons", equalTo(List.of("FILED_LATE")));
    OFFICER
        .in("330681")
        .request()
        .body(Map.of("idNumber", member.idNumber(), "day", "2017-06-01"))
        .post(API + "/eligibility-previews")
        .then()
        .body("covered", equalTo(false));
    TestCaller.a(Role.FINANCE, "3306")
        .request()
        .body(Map.of())
        .post(API + "/claim-previews")
        .then()
        .statusCode(403);
  }
}
