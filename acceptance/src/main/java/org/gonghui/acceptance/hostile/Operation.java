package org.gonghui.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation of an API document: what a well-meaning caller would send. */
record Operation(
    String method,
    String path,
    List<Parameter> parameters,
    @Nullable String contentType,
    @Nullable JsonNode body,
    JsonNode document) {

  /** A value that belongs into the path, the query or a header. */
  record Parameter(String name, String in, JsonNode schema) {}

  static List<Operation> of(JsonNode document) {
    var operations = new ArrayList<Operation>();
    for (var path : document.path("paths").properties()) {
      for (var verb : path.getValue().properties()) {
        if (verb.getValue().has("responses")) {
          operations.add(read(document, path.getKey(), path.getValue(), verb.getKey()));
        }
      }
    }
    return operations;
  }

  boolean takesJson() {
    return body != null && "application/json".equals(contentType);
  }

  boolean has(String in, String name) {
    return parameters.stream().anyMatch(p -> p.in().equals(in) && p.name().equals(name));
  }

  boolean changes() {
    return !method.equals("GET");
  }

  JsonNode resolve(JsonNode schema) {
    var reference = schema.path("$ref").asText("");
    return reference.startsWith("#") ? resolve(document.at(reference.substring(1))) : schema;
  }

  private static Operation read(JsonNode document, String path, JsonNode item, String verb) {
    var operation = item.path(verb);
    var parameters = new ArrayList<Parameter>();
    for (var list : List.of(item.path("parameters"), operation.path("parameters"))) {
      for (var parameter : list) {
        parameters.add(parameter(document, parameter));
      }
    }
    var content = operation.path("requestBody").path("content").properties().iterator();
    var body = content.hasNext() ? content.next() : null;
    return new Operation(
        verb.toUpperCase(java.util.Locale.ROOT),
        path,
        List.copyOf(parameters),
        body == null ? null : body.getKey(),
        body == null ? null : body.getValue().path("schema"),
        document);
  }

  private static Parameter parameter(JsonNode document, JsonNode node) {
    var reference = node.path("$ref").asText("");
    var whole = reference.isEmpty() ? node : document.at(reference.substring(1));
    return new Parameter(
        whole.path("name").asText(), whole.path("in").asText(), whole.path("schema"));
  }
}
