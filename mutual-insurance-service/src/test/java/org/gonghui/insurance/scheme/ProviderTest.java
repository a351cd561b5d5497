package org.gonghui.insurance.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gonghui.insurance.plan.PlanProblems;
import org.gonghui.insurance.plan.Provider;
import org.gonghui.insurance.plan.Providers;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.testing.TestCaller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hospitals are designated for periods that never overlap. */
@QuarkusTest
class ProviderTest {
  private static final TestCaller OPS = a(Role.OPS, "3306");

  private final Providers providers;

  ProviderTest(Providers providers) {
    this.providers = providers;
  }

  @Test
  void a_hospital_may_be_designated_again_but_never_twice_on_a_day() {
    put(OPS, "H7001", 2, "2016-01-01", "2017-07-01").then().statusCode(200);
    put(OPS, "H7001", 3, "2018-01-01", null).then().statusCode(200).body("level", equalTo(3));

    put(OPS, "H7001", 3, "2017-06-30", "2017-12-31")
        .then()
        .spec(problem(PlanProblems.PERIODS_OVERLAP));
    put(OPS, "H7001", 3, "2030-01-01", null).then().spec(problem(PlanProblems.PERIODS_OVERLAP));
    put(OPS, "H7001", 3, "2016-01-01", "2018-02-01")
        .then()
        .spec(problem(PlanProblems.PERIODS_OVERLAP));

    assertThat(level("2015-12-31")).isEmpty();
    assertThat(level("2017-06-30")).contains(2);
    assertThat(level("2017-07-01")).isEmpty();
    assertThat(level("2018-01-01")).contains(3);
    a(Role.MEMBER, "3306")
        .request()
        .get(BASE + "/providers")
        .then()
        .statusCode(200)
        .body(
            "findAll { it.code == 'H7001' }.designatedFrom", contains("2016-01-01", "2018-01-01"));
  }

  @Test
  void the_period_that_starts_on_a_day_is_corrected_by_the_same_call() {
    put(OPS, "H7002", 2, "2016-01-01", null).then().statusCode(200);

    put(OPS, "H7002", 1, "2016-01-01", "2019-01-01")
        .then()
        .statusCode(200)
        .body("level", equalTo(1))
        .body("designatedUntil", equalTo("2019-01-01"));
  }

  @Test
  void only_operations_and_officers_of_the_area_enter_a_hospital_and_only_a_sound_one() {
    put(a(Role.REVIEWER, "3306"), "H7003", 2, "2016-01-01", null).then().statusCode(403);
    put(anOfficer("330681"), "H7003", 2, "2016-01-01", null).then().statusCode(404);
    put(OPS, "H7003", 4, "2016-01-01", null).then().statusCode(400);
    put(OPS, "H7003", 2, "2016-01-02", "2016-01-01").then().statusCode(400);
    put(OPS, "h 7", 2, "2016-01-01", null).then().statusCode(400);
    put(anOfficer("330602"), "H7003", 2, "2016-01-01", null).then().statusCode(200);
    a(Role.MEMBER, "3306")
        .request()
        .get(BASE + "/critical-illnesses")
        .then()
        .body(
            "code", hasItems("MALIGNANT_TUMOUR", "LEUKAEMIA", "RENAL_FAILURE", "CORONARY_SURGERY"));
  }

  private Optional<Integer> level(String day) {
    return providers.find("H7001", LocalDate.parse(day)).map(Provider::level);
  }

  private static Response put(
      TestCaller who, String code, int level, String from, @Nullable String until) {
    var body = new HashMap<String, Object>(Map.of("name", "医院", "level", level));
    body.put("area", "330602");
    body.put("designatedFrom", from);
    body.put("designatedUntil", until);
    return who.request().body(body).put(BASE + "/providers/" + code);
  }
}
