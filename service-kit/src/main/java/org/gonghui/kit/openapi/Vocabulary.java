package org.gonghui.kit.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What a field of some name looks like, in one file of the kit and one of the service: {@code
 * openapi-examples.properties}. A key is a field's name, or {@code Schema.field} where it differs.
 */
record Vocabulary(Properties words) {
  private static final List<String> FILES =
      List.of("org/gonghui/kit/openapi/examples.properties", "openapi-examples.properties");

  static Vocabulary load() {
    var words = new Properties();
    var loader = Thread.currentThread().getContextClassLoader();
    for (var file : FILES) {
      try {
        for (var place : Collections.list(loader.getResources(file))) {
          try (var reader = new InputStreamReader(place.openStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
          }
        }
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      }
    }
    return new Vocabulary(words);
  }

  Optional<String> find(String owner, String field) {
    var own = words.getProperty(owner + "." + field);
    return Optional.ofNullable(own != null ? own : words.getProperty(field));
  }
}
