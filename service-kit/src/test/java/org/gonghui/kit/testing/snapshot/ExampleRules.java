package org.gonghui.kit.testing.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;

/** Every component and parameter has an example, and each is what its own schema takes. */
final class ExampleRules {
  private static final String PLACE = "urn:document";
  private static final SchemaValidatorsConfig FORMATS_TOO =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final List<String> found = new ArrayList<>();
  private final JsonSchemaFactory schemas;

  private ExampleRules(JsonNode document) {
    schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            factory -> factory.schemaLoaders(it -> it.schemas(_ -> document.toString())));
  }

  static List<String> faults(JsonNode document) {
    var rules = new ExampleRules(document);
    var components = document.path("components");
    for (var schema : components.path("schemas").properties()) {
      rules.check(schema.getKey(), "#/components/schemas/" + schema.getKey(), schema.getValue());
    }
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue()) {
        for (var parameter : operation.path("parameters")) {
          rules.check(path.getKey() + " " + parameter.path("name").asText(), parameter);
        }
      }
    }
    return rules.found;
  }

  private void check(String name, String place, JsonNode schema) {
    if (schema.path("examples").isEmpty()) {
      found.add(name + " has no example");
    }
    for (var example : schema.path("examples")) {
      var validator = schemas.getSchema(SchemaLocation.of(PLACE + place), FORMATS_TOO);
      validator.validate(example).forEach(it -> found.add(name + ": " + it.getMessage()));
    }
  }

  private void check(String name, JsonNode parameter) {
    if (parameter.has("$ref")) {
      return;
    }
    if (!parameter.has("example")) {
      found.add(name + " has no example");
      return;
    }
    var schema = ((ObjectNode) parameter.path("schema")).deepCopy();
    var reference = schema.path("$ref").asText("");
    if (!reference.isEmpty()) {
      schema.put("$ref", PLACE + reference);
    }
    schemas
        .getSchema(schema, FORMATS_TOO)
        .validate(parameter.path("example"))
        .forEach(it -> found.add(name + ": " + it.getMessage()));
  }
}
