package org.gonghui.gateway.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.gonghui.gateway.route.GatewaySettings;
import org.jspecify.annotations.Nullable;

/** The files of the console; a fixed list, so that no path leads anywhere else. */
@Singleton
public class ConsolePages {
  private static final String OWN = "console/";
  private static final String DIST = "META-INF/resources/_static/swagger-ui-dist/";
  private static final String DIST_PROPERTIES =
      "META-INF/maven/org.mvnpm/swagger-ui-dist/pom.properties";
  private static final Map<String, String> FILES =
      Map.of(
          "/console", OWN + "index.html",
          "/console/console.js", OWN + "console.js",
          "/console/console.css", OWN + "console.css",
          "/console/oauth2-redirect.html", OWN + "oauth2-redirect.html",
          "/console/oauth2-redirect.js", DIST + "{version}/oauth2-redirect.js",
          "/console/swagger-ui.css", DIST + "{version}/swagger-ui.css",
          "/console/swagger-ui-bundle.js", DIST + "{version}/swagger-ui-bundle.js",
          "/console/favicon.png", DIST + "{version}/favicon-32x32.png");
  private static final String SETTINGS = "/console/settings.json";

  private final String version;
  private final String clientId;
  private final String policy;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  public ConsolePages(GatewaySettings settings) {
    this.version = distVersion();
    this.clientId = settings.oidc().consoleClient();
    this.policy = policy(settings.oidc().issuer());
  }

  private static String distVersion() {
    try (var stream = open(DIST_PROPERTIES)) {
      var properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static InputStream open(String name) {
    var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("console file missing: " + name);
    }
    return stream;
  }

  private static String policy(URI issuer) {
    var identityProvider = issuer.getScheme() + "://" + issuer.getAuthority();
    return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
        + " img-src 'self' data:; font-src 'self'; frame-ancestors 'none'; base-uri 'none';"
        + " form-action 'none'; connect-src 'self' "
        + identityProvider;
  }

  public @Nullable Page find(String path) {
    if (path.equals(SETTINGS)) {
      var settings = new JsonObject().put("clientId", clientId);
      return page("x.json", settings.toBuffer());
    }
    var file = FILES.get(path);
    return file == null ? null : pages.computeIfAbsent(file, this::load);
  }

  private Page load(String file) {
    var name = file.replace("{version}", version);
    try (var stream = open(name)) {
      return page(name, Buffer.buffer(stream.readAllBytes()));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private Page page(String name, Buffer body) {
    return new Page(
        type(name),
        body,
        Map.of(
            "Content-Security-Policy", policy,
            "Cache-Control", "no-cache",
            "Referrer-Policy", "no-referrer",
            "X-Frame-Options", "DENY"));
  }

  private static String type(String name) {
    var ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "html" -> "text/html; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "png" -> "image/png";
      default -> "application/json";
    };
  }
}
