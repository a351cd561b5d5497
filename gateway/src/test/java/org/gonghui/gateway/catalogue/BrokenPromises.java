package org.gonghui.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;

/** What a client of the older document could stumble over in the newer one. */
final class BrokenPromises {
  private BrokenPromises() {}

  static List<String> between(ObjectNode before, ObjectNode after) {
    var found = new ArrayList<String>();
    var difference =
        OpenApiCompare.fromContents(
            OlderForm.of(before).toString(), OlderForm.of(after).toString());
    difference
        .getMissingEndpoints()
        .forEach(it -> found.add(it.getMethod() + " " + it.getPathUrl() + " is gone"));
    difference.getChangedOperations().stream()
        .filter(it -> !it.isCompatible())
        .forEach(it -> found.add(it.getHttpMethod() + " " + it.getPathUrl() + " has changed"));
    found.addAll(refusedNow(before, after));
    return found;
  }

  /** A request with a field that is no longer known is refused, which openapi-diff cannot know. */
  private static List<String> refusedNow(JsonNode before, JsonNode after) {
    var found = new ArrayList<String>();
    for (var schema : before.path("components").path("schemas").properties()) {
      var now = after.path("components").path("schemas").path(schema.getKey());
      if (!now.has("additionalProperties") || now.path("additionalProperties").asBoolean(true)) {
        continue;
      }
      schema
          .getValue()
          .path("properties")
          .fieldNames()
          .forEachRemaining(
              field -> {
                if (!now.path("properties").has(field)) {
                  found.add(schema.getKey() + " no longer takes " + field);
                }
              });
    }
    return found;
  }
}
