package org.gonghui.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Origin;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class MergedCatalogueTest {
  @BeforeEach
  @AfterEach
  void the_service_tells_its_usual_document() {
    Stage.ORIGIN.openApi = Origin.OPENAPI;
    Stage.ORIGIN.tells = true;
    await().until(() -> stateOfInsurance().equals("CURRENT") && !hasOperation("listNews"));
  }

  @Test
  void each_audience_finds_what_it_may_call() {
    assertThat(operations("frontend"))
        .filteredOn(operation -> !operation.startsWith("gateway"))
        .as("also that another service with the same document adds nothing outside of its routes")
        .containsExactlyInAnyOrder("mutualInsuranceListPlans", "mutualInsuranceListJobs");
    assertThat(operations("partner"))
        .contains("mutualInsuranceSendSettlement", "mutualInsuranceListJobs")
        .doesNotContain("mutualInsuranceListPlans", "mutualInsuranceGetOutbox");
    assertThat(operations("ops"))
        .contains("mutualInsuranceGetOutbox", "mutualInsuranceListJobs")
        .doesNotContain("mutualInsuranceListPlans", "mutualInsuranceSendSettlement");
  }

  @Test
  void components_bear_the_name_of_their_service_and_only_needed_ones_are_there() {
    var document = document("frontend");
    var schemas = document.path("components").path("schemas");

    assertThat(schemas.has("MutualInsurancePlan")).isTrue();
    assertThat(schemas.has("MutualInsuranceKind")).isTrue();
    assertThat(schemas.has("MutualInsuranceUnused")).isFalse();
    assertThat(dangling(document)).isEmpty();
  }

  @Test
  void address_credentials_and_the_doors_own_answers_are_those_of_the_gateway() {
    var document = document("frontend");
    var plans = document.path("paths").path("/api/mutual-insurance/v1/plans").path("get");

    assertThat(document.at("/servers/0/url").asText()).isEqualTo("/");
    assertThat(document.at("/components/securitySchemes/keycloak/openIdConnectUrl").asText())
        .isEqualTo(Stage.ISSUER.url() + "/.well-known/openid-configuration");
    assertThat(plans.at("/security/0/keycloak/0").asText()).isEqualTo("member");
    assertThat(plans.at("/tags/0").asText()).isEqualTo("MutualInsurance Plans");
    assertThat(plans.path("responses").has("504")).isTrue();
    assertThat(plans.at("/responses/200/headers").has("RateLimit")).isTrue();
  }

  @Test
  void the_last_good_copy_of_a_service_that_is_down_stays_and_is_marked_until_it_is_back() {
    Stage.ORIGIN.tells = false;

    await().until(() -> stateOfInsurance().equals("STALE"));
    assertThat(operations("frontend")).contains("mutualInsuranceListPlans");
    assertThat(service("mutual-insurance").path("since").asText()).isNotEmpty();
    assertThat(service("aid").path("state").asText()).isEqualTo("UNHEARD");

    Stage.ORIGIN.tells = true;
    await().until(() -> stateOfInsurance().equals("CURRENT"));
  }

  @Test
  void a_changed_document_is_merged_anew_and_an_unchanged_one_is_not_sent_again() {
    var before = Knock.get("/openapi/frontend.json").header("etag").orElseThrow();
    var spared = Stage.ORIGIN.documentsSpared.get();
    await().until(() -> Stage.ORIGIN.documentsSpared.get() > spared);
    assertThat(Knock.get("/openapi/frontend.json", "If-None-Match: " + before).status())
        .isEqualTo(304);

    Stage.ORIGIN.openApi = Origin.OPENAPI.replace("listPlans", "listNews");

    await().until(() -> hasOperation("listNews"));
    assertThat(Knock.get("/openapi/frontend.json").header("etag")).isNotEqualTo(before);
  }

  private static boolean hasOperation(String name) {
    return operations("frontend").stream()
        .anyMatch(it -> it.equalsIgnoreCase("mutualInsurance" + name));
  }

  private static JsonNode document(String audience) {
    var answer = Knock.get("/openapi/" + audience + ".json");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> operations(String audience) {
    var found = new ArrayList<String>();
    for (var path : document(audience).path("paths")) {
      path.forEach(operation -> found.add(operation.path("operationId").asText()));
    }
    return found;
  }

  private static String stateOfInsurance() {
    return service("mutual-insurance").path("state").asText();
  }

  private static JsonNode service(String name) {
    for (var service : document("frontend").path("info").path("x-services")) {
      if (service.path("name").asText().equals(name)) {
        return service;
      }
    }
    throw new AssertionError(name + " is not named");
  }

  private static List<String> dangling(JsonNode document) {
    return document.findValuesAsText("$ref").stream()
        .filter(it -> document.at(it.substring(1)).isMissingNode())
        .toList();
  }
}
