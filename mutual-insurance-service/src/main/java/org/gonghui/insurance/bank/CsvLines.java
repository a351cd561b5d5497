package org.gonghui.insurance.bank;

import static org.gonghui.insurance.bank.BankProblems.BANK_FILE_INVALID;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Consumer;

/** RFC 4180 lines in strict UTF-8, one at a time, so that memory stays flat. */
public final class CsvLines {
  private static final int MAX_FIELDS = 16;
  private static final int MAX_FIELD_LENGTH = 1000;

  private CsvLines() {}

  /** A writer whose lines end with LF. */
  public static CsvWriter writer(Writer out) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
  }

  /** A cell that no spreadsheet takes for a formula. */
  public static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  public static void read(InputStream in, Consumer<Fields> line) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var records = records(new InputStreamReader(in, decoder))) {
      forEach(records.iterator(), line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvReader<CsvRecord> records(InputStreamReader reader) {
    var handler =
        CsvRecordHandler.builder().maxFields(MAX_FIELDS).maxFieldSize(MAX_FIELD_LENGTH).build();
    return CsvReader.builder()
        .allowExtraFields(true)
        .allowMissingFields(true)
        .build(handler, reader);
  }

  private static void forEach(Iterator<CsvRecord> records, Consumer<Fields> line) {
    while (true) {
      CsvRecord next;
      try {
        if (!records.hasNext()) {
          return;
        }
        next = records.next();
      } catch (CsvParseException _) {
        throw BANK_FILE_INVALID.because("a line is longer or more nested than CSV allows");
      } catch (UncheckedIOException e) {
        throw unreadable(e);
      }
      line.accept(new Fields(next.getStartingLineNumber(), next.getFields()));
    }
  }

  private static RuntimeException unreadable(UncheckedIOException e) {
    return e.getCause() instanceof CharacterCodingException
        ? BANK_FILE_INVALID.because("the file is not UTF-8")
        : e;
  }
}
