package org.gonghui.kit.testing.snapshot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;

/** Compares a service's HTTP interface with its committed {@code openapi.yaml}. */
public final class OpenApiSnapshot {
  private OpenApiSnapshot() {}

  /** For a {@code @QuarkusTest}: the running service against the file beside its pom. */
  public static void check() {
    checkRules();
    new Snapshot(Path.of("openapi.yaml")).check(current());
  }

  /** The running service's document against its own router and the rules of the house. */
  public static void checkRules() {
    var document = tree(current());
    assertThat(document.path("openapi").asText()).startsWith("3.1");
    assertThat(OperationRules.operations(document))
        .as("what the router serves, and what the document tells")
        .containsExactlyInAnyOrderElementsOf(RouterRoutes.all());
    assertThat(OperationRules.faults(document)).as("operations").isEmpty();
    assertThat(SchemaRules.unlimited(document)).as("schemas without a limit").isEmpty();
    assertThat(ExampleRules.faults(document)).as("examples").isEmpty();
  }

  private static String current() {
    return given().get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
  }

  private static JsonNode tree(String document) {
    try {
      return new YAMLMapper().readTree(document);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("the document is no YAML", cause);
    }
  }
}
