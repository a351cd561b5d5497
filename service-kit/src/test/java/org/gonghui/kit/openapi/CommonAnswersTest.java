package org.gonghui.kit.openapi;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommonAnswersTest {
  @Test
  void every_operation_refers_to_the_refusals_that_it_may_answer() {
    var document = given().accept("application/json").get("/q/openapi").then().statusCode(200);

    document
        .body("openapi", equalTo("3.1.0"))
        .body("components.responses.Refusal404.content", hasKey("application/problem+json"));
    Map<String, Map<String, Map<String, ?>>> paths = document.extract().jsonPath().getMap("paths");
    assertThat(paths).isNotEmpty();
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) ->
                    assertThat(((Map<?, ?>) requireNonNull(operation.get("responses"))).keySet())
                        .as("%s %s", method, path)
                        .map(Object::toString)
                        .contains("400", "401", "403", "404", "503")));
  }
}
