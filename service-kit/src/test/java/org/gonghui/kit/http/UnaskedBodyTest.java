package org.gonghui.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnaskedBodyTest {
  private static final String RETURN = "/api/kit/v1/parcels/" + UUID.randomUUID() + "/return";

  @Test
  void fields_that_nobody_would_read_are_refused() {
    given()
        .contentType("application/json")
        .body("{\"amount\": \"1.00\"}")
        .post(RETURN)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.code", contains("UNKNOWN_FIELD"));
  }

  @Test
  void no_body_and_an_empty_object_are_both_nothing() {
    given().post(RETURN).then().statusCode(200);
    given().contentType("application/json").body("{}").post(RETURN).then().statusCode(200);
  }
}
