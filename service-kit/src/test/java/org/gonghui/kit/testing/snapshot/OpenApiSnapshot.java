package org.gonghui.kit.testing.snapshot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares a service's HTTP interface with its committed {@code openapi.yaml}. */
public final class OpenApiSnapshot {
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

  private OpenApiSnapshot() {}

  /** For a {@code @QuarkusTest}: the running service against the file beside its pom. */
  public static void check() {
    var current = given().get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
    assertThat(undescribed(current)).as("operations without operationId or summary").isEmpty();
    new Snapshot(Path.of("openapi.yaml")).check(current);
  }

  private static List<String> undescribed(String document) {
    try {
      var found = new ArrayList<String>();
      var paths = new YAMLMapper().readTree(document).path("paths");
      paths
          .properties()
          .forEach(
              path ->
                  path.getValue().properties().stream()
                      .filter(verb -> VERBS.contains(verb.getKey()))
                      .filter(verb -> !isDescribed(verb.getValue()))
                      .forEach(verb -> found.add(verb.getKey() + " " + path.getKey())));
      return found;
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("the document is no YAML", cause);
    }
  }

  private static boolean isDescribed(JsonNode operation) {
    return operation.has("operationId") && operation.has("summary");
  }
}
