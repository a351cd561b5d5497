package org.gonghui.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What others have made for the console: files of dependencies, by the name they are served as. */
final class ThirdParty {
  private static final String MVNPM = "META-INF/resources/_static/";
  private static final String WEBJARS = "META-INF/resources/webjars/";
  private static final Map<String, Source> SOURCES =
      Map.of(
          "pico.css", webjar("picocss__pico", "css/pico.min.css"),
          "keycloak.js", webjar("keycloak-js", "dist/keycloak.min.js"),
          "lit-html.js", mvnpm("lit-html", "lit-html.js"),
          "echarts.js", mvnpm("echarts", "dist/echarts.common.min.js"),
          "swagger-ui.js", mvnpm("swagger-ui-dist", "swagger-ui-bundle.js"),
          "swagger-ui.css", mvnpm("swagger-ui-dist", "swagger-ui.css"));

  private final Map<String, String> places =
      SOURCES.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().place()));

  /** Where the file of that name is on the class path. */
  @Nullable String find(String name) {
    return places.get(name);
  }

  private static Source webjar(String artifact, String file) {
    return new Source("org.webjars.npm", artifact, WEBJARS, file);
  }

  private static Source mvnpm(String artifact, String file) {
    return new Source("org.mvnpm", artifact, MVNPM, file);
  }

  private record Source(String group, String artifact, String root, String file) {
    /** The version is the build's to choose: the jar tells which it is. */
    String place() {
      var about = "META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
      try (var stream = ConsoleFile.open(about)) {
        var properties = new Properties();
        properties.load(stream);
        return root + artifact + "/" + properties.getProperty("version") + "/" + file;
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      }
    }
  }
}
