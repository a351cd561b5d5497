package org.gonghui.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A document of OpenAPI 3.1 as 3.0: openapi-diff overlooks changed types in the newer one. */
final class OlderForm {
  private OlderForm() {}

  static ObjectNode of(ObjectNode document) {
    var older = document.deepCopy();
    older.put("openapi", "3.0.3");
    rewrite(older);
    return older;
  }

  private static void rewrite(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("examples");
      nullable(object);
    }
    node.forEach(OlderForm::rewrite);
  }

  /** Null is a mark in 3.0, in 3.1 one of several types or schemas. */
  private static void nullable(ObjectNode schema) {
    if (schema.path("type") instanceof ArrayNode types) {
      schema.set("type", types.path(0));
      schema.put("nullable", types.size() > 1);
    }
    if (schema.path("anyOf") instanceof ArrayNode choices
        && choices.path(choices.size() - 1).path("type").asText().equals("null")) {
      choices.remove(choices.size() - 1);
      schema.put("nullable", true);
    }
  }
}
