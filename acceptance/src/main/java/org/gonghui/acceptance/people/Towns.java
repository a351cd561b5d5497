package org.gonghui.acceptance.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The towns and sub-districts that existed in 2017. */
public final class Towns {
  private static final String DAY = "2017-01-01";
  private final List<String> codes = read();

  public List<String> of(String county) {
    return codes.stream().filter(code -> code.startsWith(county)).toList();
  }

  public List<String> all() {
    return codes;
  }

  private static List<String> read() {
    try (var file = Towns.class.getResourceAsStream("/areas.csv")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(line -> line.split(",", -1))
          .filter(columns -> columns[2].equals("TOWN") && existed(columns[4], columns[5]))
          .map(columns -> columns[0])
          .toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static boolean existed(String from, String until) {
    return from.compareTo(DAY) <= 0 && (until.isEmpty() || until.compareTo(DAY) > 0);
  }
}
