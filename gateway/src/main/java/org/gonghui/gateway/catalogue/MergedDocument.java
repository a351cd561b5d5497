package org.gonghui.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** All services' documents as one, for one audience, as seen from outside of the door. */
record MergedDocument(URI issuer) {
  static final String PEOPLE = "keycloak";
  static final String PARTNERS = "partnerKey";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> OF_THE_DOOR = List.of("408", "502", "504");
  private static final List<String> TOLD_ALWAYS =
      List.of("RateLimit", "RateLimit-Policy", "X-Request-Id", "Access-Control-Allow-Origin");

  /** The services without a copy have never been heard. */
  ObjectNode of(Audience audience, Collection<Copy> copies, Collection<String> unheard) {
    var merged = frame();
    merged
        .withObjectProperty("info")
        .put("title", "Gonghui for " + audience.fileName().replace(".json", ""));
    var known = merged.withObjectProperty("info").putArray("x-services");
    for (var copy : copies) {
      new ServicePart(copy, audience).addTo(merged);
      var state = known.addObject().put("name", copy.service());
      state.put("state", copy.lostAt() == null ? "CURRENT" : "STALE");
      if (copy.lostAt() != null) {
        state.put("since", copy.lostAt().toString());
      }
    }
    unheard.forEach(name -> known.addObject().put("name", name).put("state", "UNHEARD"));
    forEachOperation(merged, MergedDocument::addTheDoors);
    merged.path("components").path("responses").forEach(it -> addLimits((ObjectNode) it));
    return merged;
  }

  private ObjectNode frame() {
    try (var stream = MergedDocument.class.getResourceAsStream("/catalogue/frame.json")) {
      var frame = (ObjectNode) JSON.readTree(stream);
      var scheme = (ObjectNode) frame.at("/components/securitySchemes/" + PEOPLE);
      scheme.put("openIdConnectUrl", issuer + "/.well-known/openid-configuration");
      return frame;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static void forEachOperation(ObjectNode document, Consumer<ObjectNode> act) {
    for (var path : document.path("paths")) {
      path.forEach(operation -> act.accept((ObjectNode) operation));
    }
  }

  /** What the gateway itself may answer, and tells with every answer. */
  private static void addTheDoors(ObjectNode operation) {
    var responses = operation.withObjectProperty("responses");
    for (var status : OF_THE_DOOR) {
      if (!responses.has(status)) {
        responses.putObject(status).put("$ref", "#/components/responses/Door" + status);
      }
    }
    for (JsonNode response : responses) {
      if (!response.has("$ref")) {
        addLimits((ObjectNode) response);
      }
    }
  }

  private static void addLimits(ObjectNode response) {
    var headers = response.withObjectProperty("headers");
    for (var name : TOLD_ALWAYS) {
      headers.putObject(name).put("$ref", "#/components/headers/" + name);
    }
  }
}
