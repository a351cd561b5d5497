package org.gonghui.insurance.lifecycle;

import static io.restassured.RestAssured.given;
import static org.gonghui.kit.testing.TestCaller.aCaller;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LifeCyclesTest {
  private static final String TABLES = "/api/mutual-insurance/v1/state-machines";

  @Test
  void everybody_known_may_draw_the_life_cycles() {
    aCaller()
        .request()
        .get(TABLES)
        .then()
        .statusCode(200)
        .body("name", hasItems("claim", "enrolment", "enrolment-batch", "payout", "plan-year"))
        .body(
            "find { it.name == 'claim' }.states.find { it.name == 'APPROVED' }.next",
            contains("PAID", "REVERSED"));
  }

  @Test
  void a_stranger_may_not() {
    given().get(TABLES).then().statusCode(401);
  }
}
