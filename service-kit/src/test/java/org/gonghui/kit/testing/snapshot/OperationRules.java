package org.gonghui.kit.testing.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the document has to say of every operation. */
final class OperationRules {
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
  private static final List<String> ALWAYS = List.of("operationId", "summary", "tags", "security");

  private final List<String> found = new ArrayList<>();

  private OperationRules() {}

  static Set<String> operations(JsonNode document) {
    return all(document).keySet();
  }

  static List<String> faults(JsonNode document) {
    var rules = new OperationRules();
    all(document).forEach((name, operation) -> rules.check(name, operation, document));
    return rules.found;
  }

  private static Map<String, JsonNode> all(JsonNode document) {
    var operations = new TreeMap<String, JsonNode>();
    for (var path : document.path("paths").properties()) {
      for (var verb : path.getValue().properties()) {
        if (VERBS.contains(verb.getKey())) {
          operations.put(verb.getKey() + " " + path.getKey(), verb.getValue());
        }
      }
    }
    return operations;
  }

  private void check(String name, JsonNode operation, JsonNode document) {
    ALWAYS.stream()
        .filter(it -> !operation.has(it))
        .forEach(it -> found.add(name + " has no " + it));
    var schemes = document.path("components").path("securitySchemes");
    for (var requirement : operation.path("security")) {
      requirement
          .fieldNames()
          .forEachRemaining(
              scheme -> {
                if (!schemes.has(scheme)) {
                  found.add(name + " needs the unknown " + scheme);
                }
              });
    }
    for (var answer : operation.path("responses").properties()) {
      if (answer.getKey().compareTo("4") >= 0 && !answer.getValue().has("$ref")) {
        found.add(name + " tells " + answer.getKey() + " itself, not by reference");
      }
    }
    for (var status : List.of("400", "429", "500", "503")) {
      if (!operation.path("responses").has(status)) {
        found.add(name + " does not tell " + status);
      }
    }
  }
}
