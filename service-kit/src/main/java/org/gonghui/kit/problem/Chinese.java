package org.gonghui.kit.problem;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Chinese of what the code says in English: {@code texts_zh.csv} of the kit and of each service
 * has a line per text, with {@code %s} where something is filled in.
 */
public final class Chinese {
  private static final String FILE = "texts_zh.csv";
  private static final Pattern HOLE = Pattern.compile("%[sd]");

  private final Map<String, String> whole = new HashMap<>();
  private final List<Template> templates = new ArrayList<>();

  /** A text with holes; what stood in them is put into the Chinese in its order. */
  private record Template(Pattern english, String chinese) {
    static Template of(String english, String chinese) {
      var parts = new ArrayList<String>();
      for (var part : HOLE.split(english, -1)) {
        parts.add(Pattern.quote(part));
      }
      return new Template(
          Pattern.compile(String.join("(.+)", parts), Pattern.DOTALL),
          HOLE.matcher(chinese).replaceAll("%s"));
    }

    Optional<String> of(String text) {
      var found = english.matcher(text);
      if (!found.matches()) {
        return Optional.empty();
      }
      var filled = new ArrayList<Object>();
      for (var i = 1; i <= found.groupCount(); i++) {
        filled.add(found.group(i));
      }
      return Optional.of(chinese.formatted(filled.toArray()));
    }
  }

  /** All texts on the class path. */
  public static Chinese load() {
    var chinese = new Chinese();
    try {
      var loader = Thread.currentThread().getContextClassLoader();
      for (var place : Collections.list(loader.getResources(FILE))) {
        try (var rows =
            CsvReader.builder()
                .ofNamedCsvRecord(
                    new InputStreamReader(place.openStream(), StandardCharsets.UTF_8))) {
          rows.forEach(row -> chinese.add(row.getField("english"), row.getField("chinese")));
        }
      }
      return chinese;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void add(String english, String chinese) {
    if (HOLE.matcher(english).find()) {
      templates.add(Template.of(english, chinese));
    } else {
      whole.put(english, chinese);
    }
  }

  /** Nothing where nobody has translated it yet. */
  public Optional<String> find(String english) {
    var known = whole.get(english);
    return known != null
        ? Optional.of(known)
        : templates.stream().flatMap(it -> it.of(english).stream()).findFirst();
  }
}
