package org.gonghui.kit.testing.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a consumer of the old events could stumble over in the new ones. */
final class BreakingChanges {
  private final List<String> found = new ArrayList<>();

  private BreakingChanges() {}

  static List<String> between(JsonNode before, JsonNode after) {
    var changes = new BreakingChanges();
    var now = after.path("components").path("messages");
    before
        .path("components")
        .path("messages")
        .properties()
        .forEach(
            message ->
                changes.compare(
                    message.getKey(),
                    message.getValue().path("payload"),
                    now.path(message.getKey()).path("payload")));
    return changes.found;
  }

  private void compare(String place, JsonNode before, JsonNode after) {
    if (after.isMissingNode()) {
      found.add(place + " is gone");
      return;
    }
    for (var name : List.of("type", "format", "pattern", "additionalProperties")) {
      if (!before.path(name).equals(after.path(name))) {
        found.add("%s: %s was %s".formatted(place, name, before.path(name)));
      }
    }
    for (var required : before.path("required")) {
      if (!contains(after.path("required"), required)) {
        found.add("%s: %s may now be absent".formatted(place, required.asText()));
      }
    }
    for (var value : after.path("enum")) {
      if (!contains(before.path("enum"), value)) {
        found.add("%s: %s is a new value".formatted(place, value.asText()));
      }
    }
    before
        .path("properties")
        .properties()
        .forEach(
            property ->
                compare(
                    place + "." + property.getKey(),
                    property.getValue(),
                    after.path("properties").path(property.getKey())));
    if (before.has("items")) {
      compare(place + "[]", before.path("items"), after.path("items"));
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (var each : list) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
