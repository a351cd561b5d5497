package org.gonghui.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** What one service adds to a merged document, every name of it made its own. */
final class ServicePart {
  private static final String COMPONENTS = "#/components/";
  private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch", "head");

  private final String service;
  private final String place;
  private final JsonNode document;
  private final Audience audience;
  private final Set<String> needed = new LinkedHashSet<>();

  ServicePart(Copy copy, Audience audience) {
    this.service = pascal(copy.service());
    this.place = "/api/" + copy.service() + "/";
    this.document = copy.document();
    this.audience = audience;
  }

  /** Adds the operations of the audience, and the components that they lead to. */
  void addTo(ObjectNode merged) {
    for (var path : document.path("paths").properties()) {
      // A service speaks of its own routes only; others are not led to it.
      if (!path.getKey().startsWith(place)) {
        continue;
      }
      for (var verb : path.getValue().properties()) {
        if (VERBS.contains(verb.getKey()) && audience.reads(verb.getValue())) {
          var operation = (ObjectNode) renamed(verb.getValue());
          identify(operation);
          operation.path("tags").forEach(tag -> announce(tag.asText(), merged));
          merged
              .withObjectProperty("paths")
              .withObjectProperty(path.getKey())
              .set(verb.getKey(), operation);
        }
      }
    }
    addComponents(merged.withObjectProperty("components"));
  }

  private void identify(ObjectNode operation) {
    var id = service + capital(operation.path("operationId").asText());
    operation.put("operationId", Character.toLowerCase(id.charAt(0)) + id.substring(1));
    var tags = operation.withArrayProperty("tags");
    for (var i = 0; i < tags.size(); i++) {
      tags.set(i, TextNode.valueOf(service + " " + tags.path(i).asText()));
    }
  }

  private static void announce(String tag, ObjectNode merged) {
    var tags = merged.withArrayProperty("tags");
    for (var known : tags) {
      if (known.path("name").asText().equals(tag)) {
        return;
      }
    }
    tags.addObject().put("name", tag);
  }

  /** What is copied may lead to more, so that the list grows while it is walked. */
  private void addComponents(ObjectNode components) {
    var done = new LinkedHashSet<String>();
    while (done.size() < needed.size()) {
      for (var place : Set.copyOf(needed)) {
        if (done.add(place)) {
          var kind = place.substring(0, place.indexOf('/'));
          var name = place.substring(place.indexOf('/') + 1);
          var found = document.path("components").path(kind).path(name);
          components.withObjectProperty(kind).set(service + name, renamed(found));
        }
      }
    }
  }

  private JsonNode renamed(JsonNode node) {
    if (node.isArray()) {
      var copy = ((ArrayNode) node).arrayNode();
      node.forEach(it -> copy.add(renamed(it)));
      return copy;
    }
    if (!node.isObject()) {
      return node;
    }
    var copy = ((ObjectNode) node).objectNode();
    for (var member : node.properties()) {
      var value = member.getValue();
      var isReference = member.getKey().equals("$ref") && value.asText().startsWith(COMPONENTS);
      copy.set(member.getKey(), isReference ? follow(value.asText()) : renamed(value));
    }
    return copy;
  }

  private JsonNode follow(String reference) {
    var place = reference.substring(COMPONENTS.length());
    needed.add(place);
    var name = place.indexOf('/') + 1;
    return TextNode.valueOf(
        COMPONENTS + place.substring(0, name) + service + place.substring(name));
  }

  /** {@code mutual-insurance} as {@code MutualInsurance}. */
  private static String pascal(String kebab) {
    var name = new StringBuilder();
    for (var word : kebab.split("-")) {
      name.append(capital(word));
    }
    return name.toString();
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
