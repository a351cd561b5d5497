package org.gonghui.kit.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.gonghui.kit.testing.snapshot.OpenApiSnapshot;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HouseDocumentTest {
  @Test
  void the_document_tells_all_that_the_house_asks_for_and_every_route() {
    OpenApiSnapshot.checkRules();
  }

  @Test
  void roles_and_scopes_are_those_of_the_annotations() {
    document()
        .body(
            operation("audit/verification", "get") + ".security.keycloak", hasItem(List.of("ops")))
        .body(
            operation("audit/verification", "get") + ".security",
            everyItem(not(hasKey("partnerKey"))))
        .body(
            operation("jobs/{id}", "get") + ".security",
            hasItems(hasKey("partnerKey"), hasKey("keycloak")))
        .body("components.securitySchemes.partnerKey.name", equalTo("X-API-Key"));
  }

  @Test
  void a_decision_needs_the_version_and_may_be_repeated() {
    document()
        .body(
            operation("coins", "post") + ".parameters.'$ref'",
            hasItem("#/components/parameters/RequiredIdempotencyKey"))
        .body(
            operation("coins/silent", "post") + ".parameters.'$ref'",
            contains("#/components/parameters/IdempotencyKey"))
        .body("components.parameters.IfMatch.required", equalTo(true));
  }

  @Test
  void refusals_are_those_that_the_operation_can_answer() {
    var reading = statuses("audit/verification", "get");
    var changing = statuses("coins", "post");

    assertThat(reading).contains("401", "403", "503").doesNotContain("409", "412", "413", "428");
    assertThat(changing).contains("409", "413", "415", "422").doesNotContain("412", "428");
  }

  @Test
  void an_answer_has_all_fields_and_only_some_may_be_null() {
    document()
        .body("components.schemas.JobView.required", hasItems("id", "finishedAt"))
        .body("components.schemas.JobView.required", not(hasItem("area")))
        .body("components.schemas.JobView.properties.finishedAt.anyOf[1].type", equalTo("null"))
        .body("components.schemas.PolicyVersion.properties.code.type", equalTo("string"));
  }

  private static List<String> statuses(String path, String verb) {
    return List.copyOf(
        document()
            .extract()
            .jsonPath()
            .<String, Object>getMap(operation(path, verb) + ".responses")
            .keySet());
  }

  private static ValidatableResponse document() {
    return given().accept("application/json").get("/q/openapi").then().statusCode(200);
  }

  private static String operation(String path, String verb) {
    return "paths.'/api/kit/v1/" + path + "'." + verb;
  }
}
