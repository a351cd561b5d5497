package org.gonghui.kit.paging;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Streams a list as CSV in UTF-8 with a mark that spreadsheets understand; no cell can start a
 * formula.
 */
public final class CsvExport {
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final String PLAIN_NUMBER = "-?\\d+(\\.\\d+)?";

  private CsvExport() {}

  /** The rows are asked for when the answer is written, and closed after it. */
  public static StreamingOutput of(
      List<String> header, Supplier<Stream<List<@Nullable Object>>> rows) {
    return out -> {
      var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      text.write('\uFEFF');
      try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
          var source = rows.get()) {
        csv.writeRecord(header);
        source.forEach(row -> csv.writeRecord(row.stream().map(CsvExport::cell).toList()));
      }
    };
  }

  /** A leading quote keeps a spreadsheet from computing; plain negative numbers need none. */
  public static String cell(@Nullable Object value) {
    var text = value == null ? "" : value.toString();
    return !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
            && !text.matches(PLAIN_NUMBER)
        ? "'" + text
        : text;
  }
}
