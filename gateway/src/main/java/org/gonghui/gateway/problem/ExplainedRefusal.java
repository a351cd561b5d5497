package org.gonghui.gateway.problem;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What a refusal of the gateway means and what to do about it: a line of {@code refusals.csv}. */
public record ExplainedRefusal(
    String code, int status, String title, String titleZh, String meaning, String meaningZh) {

  public static List<ExplainedRefusal> all() {
    var file = Objects.requireNonNull(ExplainedRefusal.class.getResourceAsStream("/refusals.csv"));
    try (var rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return rows.stream()
          .map(
              row ->
                  new ExplainedRefusal(
                      row.getField("code"),
                      Integer.parseInt(row.getField("status")),
                      row.getField("title"),
                      row.getField("titleZh"),
                      row.getField("meaning"),
                      row.getField("meaningZh")))
          .toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
