package org.gonghui.gateway.catalogue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;

/** A service's document as outsiders need it: reached through the gateway, with its credentials. */
record PublishedDocument(URI issuer) {
  private static final String LOGIN = "login";
  private static final String PARTNER_KEY = "partnerKey";

  Buffer of(Buffer document) {
    var openApi = document.toJsonObject();
    openApi.put("servers", new JsonArray().add(new JsonObject().put("url", "/")));
    components(openApi).put("securitySchemes", schemes());
    openApi.put("security", new JsonArray().add(requirement(LOGIN)).add(requirement(PARTNER_KEY)));
    var paths = openApi.getJsonObject("paths", new JsonObject());
    for (var path : paths) {
      if (path.getValue() instanceof JsonObject item) {
        dropOwnSecurity(item);
      }
    }
    return openApi.toBuffer();
  }

  private static JsonObject components(JsonObject openApi) {
    if (!openApi.containsKey("components")) {
      openApi.put("components", new JsonObject());
    }
    return openApi.getJsonObject("components");
  }

  private static JsonObject requirement(String scheme) {
    return new JsonObject().put(scheme, new JsonArray());
  }

  /** Services only know internal tokens; what outsiders send is the gateway's to say. */
  private static void dropOwnSecurity(JsonObject item) {
    for (Map.Entry<String, Object> operation : item) {
      if (operation.getValue() instanceof JsonObject it) {
        it.remove("security");
      }
    }
  }

  private JsonObject schemes() {
    var flow =
        new JsonObject()
            .put("authorizationUrl", issuer + "/protocol/openid-connect/auth")
            .put("tokenUrl", issuer + "/protocol/openid-connect/token")
            .put("scopes", new JsonObject().put("openid", "who you are"));
    var login =
        new JsonObject()
            .put("type", "oauth2")
            .put("description", "For people: log in with the federation's account")
            .put("flows", new JsonObject().put("authorizationCode", flow));
    var key =
        new JsonObject()
            .put("type", "apiKey")
            .put("description", "For partner agencies")
            .put("in", "header")
            .put("name", "X-API-Key");
    return new JsonObject().put(LOGIN, login).put(PARTNER_KEY, key);
  }
}
