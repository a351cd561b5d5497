package org.gonghui.gateway.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.gonghui.gateway.route.GatewaySettings;
import org.jspecify.annotations.Nullable;

/**
 * The files of the console. Names are letters, digits and hyphens in at most two levels, so that no
 * path leads anywhere else; a path without an ending is a view, which the one page shows.
 */
@Singleton
public class ConsolePages {
  private static final String ROOT = "/console";
  private static final String LIBRARY = "lib/";
  private static final String SETTINGS = "settings.json";
  private static final String INDEX = "index.html";
  private static final Pattern FILE = Pattern.compile("([a-z-]+/)?[a-z-]+\\.(js|css|svg)");
  private static final Pattern VIEW = Pattern.compile("[a-z]+(/[a-z0-9-]+){0,3}");

  private final ThirdParty thirdParty = new ThirdParty();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Buffer settings;
  private final String policy;

  public ConsolePages(GatewaySettings settings) {
    var oidc = settings.oidc();
    this.settings = settings(oidc.issuer(), oidc.consoleClient());
    this.policy = policy(oidc.issuer());
  }

  /** What the console has to know about its log-in: Keycloak's address, realm and its own name. */
  private static Buffer settings(URI issuer, String clientId) {
    var address = issuer.toString();
    var realms = address.indexOf("/realms/");
    return new JsonObject()
        .put("url", realms < 0 ? address : address.substring(0, realms))
        .put("realm", address.substring(address.lastIndexOf('/') + 1))
        .put("clientId", clientId)
        .toBuffer();
  }

  private static String policy(URI issuer) {
    var identityProvider = issuer.getScheme() + "://" + issuer.getAuthority();
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'; connect-src 'self' "
        + identityProvider;
  }

  public @Nullable Page find(String path) {
    if (path.equals(ROOT)) {
      return load(INDEX);
    }
    return path.startsWith(ROOT + "/") ? below(path.substring(ROOT.length() + 1)) : null;
  }

  private @Nullable Page below(String name) {
    if (name.equals(SETTINGS)) {
      return page(SETTINGS, settings);
    }
    if (FILE.matcher(name).matches()) {
      return load(name);
    }
    return VIEW.matcher(name).matches() ? load(INDEX) : null;
  }

  private @Nullable Page load(String name) {
    var known = pages.get(name);
    if (known != null) {
      return known;
    }
    var place =
        name.startsWith(LIBRARY)
            ? thirdParty.find(name.substring(LIBRARY.length()))
            : "console/" + name;
    var body = place == null ? null : ConsoleFile.read(place);
    if (body == null) {
      return null;
    }
    var page = page(name, body);
    pages.put(name, page);
    return page;
  }

  private Page page(String name, Buffer body) {
    return Page.of(
        ConsoleFile.typeOf(name),
        body,
        Map.of(
            "Content-Security-Policy", policy,
            "Cache-Control", "no-cache",
            "Vary", "Accept-Encoding",
            "Referrer-Policy", "no-referrer",
            "X-Frame-Options", "DENY"));
  }
}
