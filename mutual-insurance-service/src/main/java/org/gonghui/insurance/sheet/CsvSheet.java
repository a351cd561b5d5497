package org.gonghui.insurance.sheet;

import static org.gonghui.insurance.sheet.SheetProblems.FILE_BROKEN;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A text file with a comma, semicolon or tab between cells. */
final class CsvSheet implements Sheet {
  private static final String DELIMITERS = ",;\t";
  private static final int LINES_LOOKED_AT = 10;
  private static final int LONGEST_FIELD = 1 << 20;

  private final SheetLayout layout;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final SheetLimits limits;
  private int rowNo;

  private CsvSheet(SheetLayout layout, CsvReader<CsvRecord> reader, SheetLimits limits) {
    this.layout = layout;
    this.reader = reader;
    this.records = reader.iterator();
    this.limits = limits;
  }

  static CsvSheet open(Content content, SheetLimits limits) throws IOException {
    var encoding = TextEncoding.of(content);
    var delimiter = delimiterOf(content, encoding);
    var reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(LONGEST_FIELD)
            .ofCsvRecord(encoding.reader(content.open()));
    var layout =
        new SheetLayout(
            SheetLayout.Format.CSV,
            encoding.charset().name(),
            encoding.markLength() > 0,
            delimiter);
    return new CsvSheet(layout, reader, limits);
  }

  @Override
  public SheetLayout layout() {
    return layout;
  }

  @Override
  public @Nullable SheetRow next() {
    try {
      while (records.hasNext()) {
        rowNo++;
        var row = new SheetRow(rowNo, limits.check(rowNo, records.next().getFields()));
        if (!row.isBlank()) {
          return row;
        }
      }
      return null;
    } catch (CsvParseException | UncheckedIOException e) {
      throw FILE_BROKEN.because("after row %d the file is no table", rowNo);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mark that stands most often in the first lines. */
  private static char delimiterOf(Content content, TextEncoding encoding) throws IOException {
    var counts = new int[DELIMITERS.length()];
    try (var lines = new BufferedReader(encoding.reader(content.open()))) {
      lines
          .lines()
          .limit(LINES_LOOKED_AT)
          .flatMapToInt(String::chars)
          .map(DELIMITERS::indexOf)
          .filter(i -> i >= 0)
          .forEach(i -> counts[i]++);
    }
    var best = 0;
    for (var i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return DELIMITERS.charAt(best);
  }
}
