package org.gonghui.gateway.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;

/** What the gateway vouches for towards one service. */
final class InternalClaims {
  private static final String HEADER =
      Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));

  private InternalClaims() {}

  /**
   * Header and all claims but the last three, encoded; padded with spaces so that what follows can
   * be encoded by itself.
   */
  static byte[] head(Caller caller, String service) {
    var open = claims(caller, service).encode();
    var unclosed = new StringBuilder(open.substring(0, open.length() - 1));
    while (unclosed.toString().getBytes(UTF_8).length % 3 != 0) {
      unclosed.append(' ');
    }
    var encoded = Base64.getUrlEncoder().encodeToString(unclosed.toString().getBytes(UTF_8));
    return (HEADER + "." + encoded).getBytes(ISO_8859_1);
  }

  private static JsonObject claims(Caller caller, String service) {
    var claims =
        new JsonObject()
            .put("iss", "gonghui-gateway")
            .put("aud", service)
            .put("sub", caller.subject())
            .put("upn", caller.name())
            .put("kind", caller.kind().name())
            .put("groups", new JsonArray(caller.groups()));
    putIfKnown(claims, "area", caller.area());
    putIfKnown(claims, "person_key", caller.personKey());
    putIfKnown(claims, "employer", caller.employer());
    putIfKnown(claims, "azp", caller.client());
    if (!caller.providers().isEmpty()) {
      claims.put("provider", new JsonArray(caller.providers()));
    }
    return claims;
  }

  private static void putIfKnown(
      JsonObject claims, String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      claims.put(name, value);
    }
  }
}
