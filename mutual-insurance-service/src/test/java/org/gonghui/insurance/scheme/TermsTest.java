package org.gonghui.insurance.scheme;

import static java.util.Objects.requireNonNull;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.adjudication.Facts;
import org.gonghui.insurance.adjudication.Facts.Amounts;
import org.gonghui.insurance.adjudication.Facts.Cause;
import org.gonghui.insurance.adjudication.Inputs;
import org.gonghui.insurance.adjudication.Inputs.CoverPeriod;
import org.gonghui.insurance.adjudication.TermsRules;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.insurance.plan.PlanProblems;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.Problems;
import org.gonghui.kit.testing.TestCaller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Terms from draft to force: sound, proved by golden cases, approved by another person. */
@QuarkusTest
class TermsTest {
  private static final int YEAR = 2011;
  private static final TestCaller OFFICER = anOfficer("3306");
  private static final TestCaller APPROVER = a(Role.APPROVER, "3306");

  private final ObjectMapper json;

  TermsTest(ObjectMapper json) {
    this.json = json;
  }

  @BeforeEach
  void a_past_year_runs() {
    Rosters.backfillYear(YEAR);
  }

  @Test
  void every_fault_of_the_terms_is_told_with_its_place() {
    var terms = defaults();
    hospital(terms)
        .put(
            "tiers",
            List.of(
                tier("0.00", "5000.00", "-0.10"),
                tier("4000.00", "10000.00", "0.50"),
                tier("12000.00", "11000.00", "1.10"),
                tier("30000.00", "40000.00", "0.70")));
    hospital(terms).put("deductible", "-1.00");

    draft(Map.of("terms", terms))
        .then()
        .spec(problem(TermsRules.INVALID_TERMS))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/terms/hospital/tiers/0/rate",
                "/terms/hospital/tiers/1/from",
                "/terms/hospital/tiers/2/from",
                "/terms/hospital/tiers/2/rate",
                "/terms/hospital/tiers/2/upTo",
                "/terms/hospital/tiers/3/from",
                "/terms/hospital/tiers/3/upTo",
                "/terms/hospital/deductible"))
        .body("errors.code", hasItem("TIER_OVERLAP"))
        .body("errors.code", hasItem("TIER_GAP"))
        .body("errors.code", hasItem("TIERS_UNORDERED"))
        .body("errors.code", hasItem("RATE_OUT_OF_RANGE"));
  }

  @Test
  void falling_rates_are_allowed_with_a_warning() {
    var terms = defaults();
    hospital(terms)
        .put("tiers", List.of(tier("0.00", "5000.00", "0.50"), tier("5000.00", null, "0.45")));

    draft(Map.of("terms", terms))
        .then()
        .statusCode(201)
        .body("warnings", contains("TIERS_NOT_CONVEX"));
  }

  @Test
  void golden_cases_are_run_at_will_and_must_pass_before_the_submission() {
    var made = draft(Map.of("goldenCases", List.of(e1("1485.00"), e1("1485.01"))));
    made.then().statusCode(201);
    String path = BASE + "/plan-versions/" + made.path("id");

    OFFICER
        .request()
        .post(path + "/golden-runs")
        .then()
        .statusCode(200)
        .body("passed", contains(true, false))
        .body("actual", contains("1485.00", "1485.00"));
    act(OFFICER, made, "submission", Map.of())
        .then()
        .spec(problem(PlanProblems.GOLDEN_CASE_FAILED))
        .body("errors", hasSize(1))
        .body("errors[0].message", containsString("difference -0.01"));
    a(Role.FINANCE, "3306").request().post(path + "/golden-runs").then().statusCode(403);

    var changed =
        OFFICER
            .request()
            .header("If-Match", made.header("ETag"))
            .body(Map.of("goldenCases", List.of(e1("1485.00"))))
            .put(path);
    act(OFFICER, changed, "submission", Map.of())
        .then()
        .statusCode(200)
        .body("status", equalTo("SUBMITTED"));
  }

  @Test
  void terms_are_approved_by_another_and_take_force_at_once_if_their_day_is_past() {
    var submitted = act(OFFICER, draft(Map.of()), "submission", Map.of());
    act(APPROVER.named("officer.3306"), submitted, "approval", Map.of())
        .then()
        .spec(problem(Problems.MAKER_IS_CHECKER));
    act(OFFICER, submitted, "approval", Map.of()).then().statusCode(403);
    var returned = act(APPROVER, submitted, "return", Map.of("reason", "add a case"));
    returned.then().statusCode(200).body("status", equalTo("DRAFT"));

    var again = act(OFFICER, returned, "submission", Map.of());
    var inForce = act(APPROVER, again, "approval", Map.of());

    inForce.then().statusCode(200).body("status", equalTo("IN_FORCE"));
    OFFICER
        .request()
        .get(BASE + "/plan-versions?asOf=" + YEAR + "-06-01")
        .then()
        .body("id", hasItem(inForce.<String>path("id")));
    OFFICER
        .request()
        .get(BASE + "/plan-versions?asOf=" + YEAR + "-06-01&knownAt=2020-01-01T00:00:00Z")
        .then()
        .body("", hasSize(0));
    OFFICER
        .request()
        .header("If-Match", inForce.header("ETag"))
        .body(Map.of())
        .put(BASE + "/plan-versions/" + inForce.path("id"))
        .then()
        .spec(problem(PlanProblems.VERSION_IN_USE));
    act(OFFICER, inForce, "submission", Map.of()).then().spec(problem(Problems.ILLEGAL_TRANSITION));
  }

  private Map<String, Object> defaults() {
    var made = draft(Map.of());
    made.then().statusCode(201);
    return new HashMap<>(made.<Map<String, Object>>path("terms"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> hospital(Map<String, Object> terms) {
    return (Map<String, Object>) requireNonNull(terms.get("hospital"));
  }

  private static Map<String, Object> tier(String from, @Nullable String upTo, String rate) {
    var tier = new HashMap<String, Object>();
    tier.put("from", from);
    tier.put("upTo", upTo);
    tier.put("rate", rate);
    return tier;
  }

  /** The handbook's first example. */
  private Map<String, Object> e1(String amount) {
    var amounts =
        new Amounts(
            Money.of("12000.00"),
            Money.of("7400.00"),
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.of("3800.00"),
            Money.of("800.00"));
    var stay =
        new Facts.HospitalStay(
            "H330602001",
            3,
            LocalDate.of(YEAR, 5, 8),
            LocalDate.of(YEAR, 5, 19),
            Cause.ILLNESS,
            amounts);
    var cover = new CoverPeriod(LocalDate.of(YEAR, 1, 1), LocalDate.of(YEAR + 1, 1, 1), false);
    var inputs = Inputs.of(stay, List.of(cover), LocalDate.of(YEAR, 5, 20));
    return Map.of("name", "E1", "inputs", json.convertValue(inputs, Map.class), "amount", amount);
  }

  private static Response draft(Map<String, Object> content) {
    String year =
        OFFICER
            .request()
            .get(BASE + "/plan-years")
            .path("find { it.year == %d }.id".formatted(YEAR));
    return OFFICER.request().body(content).post(BASE + "/plan-years/" + year + "/versions");
  }

  private static Response act(
      TestCaller who, Response version, String step, Map<String, String> body) {
    return who.request()
        .header("If-Match", version.header("ETag"))
        .body(body)
        .post(BASE + "/plan-versions/" + version.path("id") + "/" + step);
  }
}
