package org.gonghui.kit.problem;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a refusal means and what to do about it: a line of {@code problems.csv}, of which the kit
 * and each service have one. A test holds it against the constants in the code.
 */
public record ExplainedProblem(
    String code, int status, String title, String titleZh, String meaning, String meaningZh) {
  public static final String FILE = "problems.csv";

  /** The lines of all files on the class path. */
  public static List<ExplainedProblem> all() {
    var found = new ArrayList<ExplainedProblem>();
    try {
      var loader = Thread.currentThread().getContextClassLoader();
      for (var place : Collections.list(loader.getResources(FILE))) {
        try (var rows =
            CsvReader.builder()
                .ofNamedCsvRecord(
                    new InputStreamReader(place.openStream(), StandardCharsets.UTF_8))) {
          rows.forEach(row -> found.add(of(row)));
        }
      }
      return found;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static ExplainedProblem of(NamedCsvRecord row) {
    return new ExplainedProblem(
        row.getField("code"),
        Integer.parseInt(row.getField("status")),
        row.getField("title"),
        row.getField("titleZh"),
        row.getField("meaning"),
        row.getField("meaningZh"));
  }
}
