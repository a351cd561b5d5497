package org.gonghui.kit.testing.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Every text, list, map and number of a document says how large it can be. */
final class SchemaRules {
  private final List<String> found = new ArrayList<>();

  private SchemaRules() {}

  /** Where a schema has no limit. */
  static List<String> unlimited(JsonNode document) {
    var rules = new SchemaRules();
    rules.walk("", document);
    return rules.found;
  }

  private void walk(String place, JsonNode node) {
    if (isSchema(node)) {
      check(place, node);
    }
    if (node.isObject()) {
      for (var member : node.properties()) {
        if (!member.getKey().equals("examples") && !member.getKey().equals("example")) {
          walk(place + "/" + member.getKey(), member.getValue());
        }
      }
    } else {
      for (var i = 0; i < node.size(); i++) {
        walk(place + "/" + i, node.path(i));
      }
    }
  }

  private static boolean isSchema(JsonNode node) {
    return !node.has("$ref") && (node.path("type").isTextual() || node.path("type").isArray());
  }

  private void check(String place, JsonNode schema) {
    var type = schema.path("type");
    for (var i = 0; i < Math.max(1, type.size()); i++) {
      var name = type.isArray() ? type.path(i).asText() : type.asText();
      var limited =
          switch (name) {
            case "string" -> schema.has("enum") || schema.has("maxLength");
            case "array" -> schema.has("maxItems");
            case "integer", "number" -> has(schema, "minimum") && has(schema, "maximum");
            case "object" -> schema.has("properties") || schema.has("maxProperties");
            default -> true;
          };
      if (!limited) {
        found.add(place);
      }
    }
  }

  private static boolean has(JsonNode schema, String bound) {
    return schema.has(bound) || schema.has("exclusive" + bound.replaceFirst("m", "M"));
  }
}
