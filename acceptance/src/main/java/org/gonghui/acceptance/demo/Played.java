package org.gonghui.acceptance.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which city this platform's state belongs to, so that two are never mixed. */
final class Played {
  private final Path note;
  private final String city;

  Played(Path state, long seed, String scale) {
    note = state.resolve("demo-city");
    city = "seed %d, scale %s".formatted(seed, scale);
  }

  boolean isFirstOrSame() {
    try {
      if (Files.notExists(note)) {
        Files.createDirectories(note.resolveSibling(""));
        Files.writeString(note, city);
      }
      return before().equals(city);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  String before() {
    try {
      return Files.readString(note);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
