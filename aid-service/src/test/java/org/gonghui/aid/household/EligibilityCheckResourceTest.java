package org.gonghui.aid.household;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.gonghui.aid.household.category.CategoryScheme;
import org.gonghui.aid.household.category.Family;
import org.gonghui.aid.household.category.FamilyFixture;
import org.gonghui.aid.household.category.SchemeFixture;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.policy.Policies;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EligibilityCheckResourceTest {
  private static final String CHECKS = "/api/aid/v1/eligibility-checks";
  private static final Family H1 = FamilyFixture.H1.family();

  @Inject Policies policies;
  @Inject DataSource database;

  @Test
  void the_stored_schemes_are_those_of_the_handbook() {
    var code = CategoryScheme.POLICY;

    assertThat(policies.inForce(code, LocalDate.parse("2018-12-31"), CategoryScheme.class))
        .isEqualTo(SchemeFixture.A);
    assertThat(policies.inForce(code, LocalDate.parse("2019-01-01"), CategoryScheme.class))
        .isEqualTo(SchemeFixture.B);
  }

  @Test
  void anybody_learns_the_category_of_a_day_step_by_step() {
    ask(Map.of("area", "330602", "on", "2017-05-02", "family", H1))
        .statusCode(200)
        .body("assessment.outcome", equalTo("CATEGORY"))
        .body("assessment.category", equalTo("RELATIVE"))
        .body("assessment.disposable", equalTo("22800.00"))
        .body("assessment.netMonthlyPerCapita", equalTo("633.33"))
        .body("assessment.rules.answer", contains("NO", "YES"))
        .body("assessment.rules[1].steps[1].result", equalTo("40500.00"))
        .body("scheme.no", equalTo(1))
        .body("labels.zh", contains("低保户", "低保边缘户", "意外致困户"));
    ask(Map.of("area", "330602001", "on", "2019-05-02", "family", H1))
        .statusCode(200)
        .body("assessment.category", equalTo("DEEP"));
  }

  @Test
  void a_missing_fact_is_named_with_its_paper() {
    var family =
        """
        {"area": "330602", "on": "2017-05-02", "family": {
          "members": [{"age": 45, "workStatus": "EMPLOYED"}],
          "subsistenceAllowance": false, "loss": {"cause": "NONE", "amount": "0.00"}}}
        """;

    ask(family)
        .statusCode(200)
        .body("assessment.outcome", equalTo("NEEDS_INFORMATION"))
        .body(
            "papers.pointer",
            containsInAnyOrder("/members/0/income", "/expenditure", "/exclusions"))
        .body("papers.zh", hasItem("工资流水或单位收入证明"));
  }

  @Test
  void impossible_questions_are_refused_with_a_pointer_for_each_fault() {
    ask("""
            {"area": "330602", "family": {
              "members": [{"age": 45, "workStatus": "EMPLOYED", "income": {"WAGES": "-1.00"}}],
              "savings": "10000000.00"}}
            """)
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/members/0/income/WAGES", "/savings"));
    ask("{\"area\": \"330602\", \"family\": {\"members\": []}}")
        .statusCode(400)
        .body("errors.pointer", contains("/family/members"));
    ask(Map.of("area", "330602", "on", "1999-05-02", "family", H1)).statusCode(422);
    ask(Map.of("area", "440300", "family", H1)).statusCode(400);
  }

  @Test
  void nothing_is_stored() throws SQLException {
    var before = rows();

    ask(Map.of("area", "330602", "on", "2017-05-02", "family", H1)).statusCode(200);

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void an_approver_of_the_county_records_its_standard_and_it_holds_from_its_day() {
    var approver = a(Role.APPROVER, "330681");
    var standard =
        Map.of(
            "subsistence", "810.00",
            "minimumWage", "2010.00",
            "from", "2018-01-01",
            "source", "诸暨市人民政府 2018");

    for (var time = 0; time < 2; time++) {
      put(approver, "330681", standard)
          .statusCode(200)
          .body("subsistence", equalTo("810.00"))
          .body("validFrom", equalTo("2018-01-01"));
    }

    var path = "/api/aid/v1/standards/330681?asOf=";
    anOfficer("330681001")
        .request()
        .get(path + "2017-12-31")
        .then()
        .body("subsistence", equalTo("750.00"));
    anOfficer("330681001")
        .request()
        .get(path + "2018-01-01")
        .then()
        .body("subsistence", equalTo("810.00"));
    put(anOfficer("330681"), "330681", standard).statusCode(403);
    put(approver, "330602", standard).statusCode(404);
    put(
            approver,
            "330681",
            Map.of(
                "subsistence", "0.00", "minimumWage", "1.00", "from", "2019-01-01", "source", "x"))
        .statusCode(400)
        .body("errors.pointer", contains("/subsistence"));
  }

  /** Every row of every table. */
  private long rows() throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                select sum((xpath('/row/c/text()', query_to_xml(
                  format('select count(*) as c from %I.%I', schemaname, relname),
                  false, true, '')))[1]::text::bigint)
                from pg_stat_user_tables where relname <> 'flyway_schema_history'
                """);
        var row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static ValidatableResponse ask(Object question) {
    return given().contentType("application/json").body(question).post(CHECKS).then();
  }

  private static ValidatableResponse put(TestCaller caller, String area, Map<String, ?> standard) {
    return caller
        .request()
        .contentType("application/json")
        .body(standard)
        .put("/api/aid/v1/standards/" + area)
        .then();
  }
}
