package org.gonghui.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class CatalogueTest {
  @Test
  void a_document_is_published_with_the_gateways_address_and_credentials() {
    await().until(() -> Knock.get("/openapi/mutual-insurance.json").status() == 200);

    var document = Knock.get("/openapi/mutual-insurance.json").json();

    assertThat(document.at("/servers/0/url").asText()).isEqualTo("/");
    assertThat(document.at("/components/securitySchemes").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("login", "partnerKey");
    assertThat(document.at("/components/securitySchemes/login/flows/authorizationCode/tokenUrl"))
        .asString()
        .contains(Stage.ISSUER.url());
    var operation = document.path("paths").path("/api/mutual-insurance/v1/plans").path("get");
    assertThat(operation.path("operationId").asText()).isEqualTo("listPlans");
    assertThat(operation.has("security")).isFalse();
  }

  @Test
  void a_service_that_never_told_its_document_is_503_and_an_unknown_one_404() {
    Knock.get("/openapi/aid.json").isProblem(503, "UPSTREAM_UNREACHABLE");
    Knock.get("/openapi/nothing.json").isProblem(404, "ROUTE_UNKNOWN");
  }

  @Test
  void health_is_told_and_metrics_are_not() {
    assertThat(Knock.get("/q/health/live").status()).isEqualTo(200);
    assertThat(Knock.get("/q/health/ready").json().path("status").asText()).isEqualTo("UP");
    Knock.get("/q/metrics").isProblem(404, "ROUTE_UNKNOWN");
    Knock.get("/q/health/group/x").isProblem(404, "ROUTE_UNKNOWN");
  }
}
