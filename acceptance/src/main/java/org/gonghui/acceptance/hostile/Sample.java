package org.gonghui.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A body or value that looks right by its schema, the starting point of every mischief. */
final class Sample {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 6;
  private final Operation operation;
  private final RandomGenerator lot;

  Sample(Operation operation, RandomGenerator lot) {
    this.operation = operation;
    this.lot = lot;
  }

  JsonNode of(JsonNode schema) {
    return of(schema, 0);
  }

  private JsonNode of(JsonNode unresolved, int depth) {
    var schema = operation.resolve(unresolved);
    if (depth > DEEPEST) {
      return JSON.nullNode();
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(lot.nextInt(schema.path("enum").size()));
    }
    for (var wrapper : new String[] {"anyOf", "oneOf", "allOf"}) {
      if (schema.has(wrapper)) {
        return of(schema.path(wrapper).path(0), depth + 1);
      }
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> JSON.arrayNode().add(of(schema.path("items"), depth + 1));
      case "integer" -> JSON.numberNode(lot.nextInt(1, 100));
      case "number" -> JSON.numberNode(lot.nextInt(1, 100) / 4.0);
      case "boolean" -> JSON.booleanNode(lot.nextBoolean());
      default -> JSON.textNode(text(schema));
    };
  }

  private JsonNode object(JsonNode schema, int depth) {
    var object = JSON.objectNode();
    for (var property : schema.path("properties").properties()) {
      object.set(property.getKey(), of(property.getValue(), depth + 1));
    }
    return object;
  }

  private String text(JsonNode schema) {
    var pattern = schema.path("pattern").asText("");
    return switch (schema.path("format").asText("")) {
      case "uuid" -> new UUID(lot.nextLong(), lot.nextLong()).toString();
      case "date" -> "2017-0%d-1%d".formatted(lot.nextInt(1, 10), lot.nextInt(10));
      case "date-time" -> "2017-03-01T08:00:00Z";
      default -> {
        var example =
            schema.has("example") ? schema.path("example") : schema.path("examples").path(0);
        yield example.isTextual() ? example.asText() : pattern.contains("\\.") ? "12.50" : "甲乙";
      }
    };
  }

  private static String type(JsonNode schema) {
    var type = schema.path("type");
    if (type.isArray()) {
      return type.path(0).asText();
    }
    return type.asText(schema.has("properties") ? "object" : "string");
  }
}
