package org.gonghui.insurance.sheet;

import static org.gonghui.insurance.sheet.SheetProblems.FILE_BROKEN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.gonghui.insurance.sheet.SheetRow.Kind;
import org.jspecify.annotations.Nullable;

/** The first visible sheet of an Excel workbook, streamed. */
final class XlsxSheet implements Sheet {
  /** Excel's last day is 9999-12-31. */
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  private final ReadableWorkbook workbook;
  private final Stream<Row> rows;
  private final Iterator<Row> iterator;
  private final SheetLimits limits;

  private XlsxSheet(ReadableWorkbook workbook, Stream<Row> rows, SheetLimits limits) {
    this.workbook = workbook;
    this.rows = rows;
    this.iterator = rows.iterator();
    this.limits = limits;
  }

  static XlsxSheet open(Content content, SheetLimits limits) throws IOException {
    try {
      var workbook = workbook(content);
      var sheet =
          workbook
              .getSheets()
              .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
              .findFirst()
              .orElseThrow(() -> FILE_BROKEN.because("the workbook has no visible sheet"));
      return new XlsxSheet(workbook, sheet.openStream(), limits);
    } catch (ExcelReaderException | UncheckedIOException e) {
      throw FILE_BROKEN.because("the workbook cannot be read");
    }
  }

  /** A workbook need not have styles, and then the reader must not ask for them. */
  private static ReadableWorkbook workbook(Content content) throws IOException {
    try {
      return workbook(content, true);
    } catch (ExcelReaderException _) {
      return workbook(content, false);
    }
  }

  private static ReadableWorkbook workbook(Content content, boolean styled) throws IOException {
    try (var bytes = content.open()) {
      return new ReadableWorkbook(bytes, new ReadingOptions(styled, true));
    }
  }

  @Override
  public SheetLayout layout() {
    return SheetLayout.xlsx();
  }

  @Override
  public @Nullable SheetRow next() {
    try {
      while (iterator.hasNext()) {
        var row = read(iterator.next());
        if (!row.isBlank()) {
          return row;
        }
      }
      return null;
    } catch (ExcelReaderException | UncheckedIOException e) {
      throw FILE_BROKEN.because("the sheet cannot be read to its end");
    }
  }

  @Override
  public void close() {
    try (workbook) {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SheetRow read(Row row) {
    var cells = new ArrayList<String>();
    var kinds = new HashMap<Integer, Kind>();
    var last = Math.min(row.getCellCount(), limits.columns() + 1);
    for (var i = 0; i < last; i++) {
      var cell = row.getCell(i);
      cells.add(cell == null ? "" : text(cell, i, kinds));
    }
    limits.check(row.getRowNum(), cells);
    return new SheetRow(row.getRowNum(), cells, Map.copyOf(kinds));
  }

  private static String text(Cell cell, int column, Map<Integer, Kind> kinds) {
    if (cell.getFormula() != null) {
      kinds.put(column, Kind.FORMULA);
      return "=" + cell.getFormula();
    }
    return switch (cell.getType()) {
      case STRING -> cell.asString();
      case NUMBER -> number(cell, column, kinds);
      case FORMULA -> {
        kinds.put(column, Kind.FORMULA);
        yield "=";
      }
      case BOOLEAN, ERROR -> String.valueOf(cell.getRawValue());
      case EMPTY -> "";
    };
  }

  private static String number(Cell cell, int column, Map<Integer, Kind> kinds) {
    if (isDate(cell)) {
      kinds.put(column, Kind.DATE);
      return cell.asDate().toLocalDate().toString();
    }
    kinds.put(column, Kind.NUMBER);
    return plain(cell);
  }

  /** Excel's dates are numbers that only their format tells apart. */
  private static boolean isDate(Cell cell) {
    var format = cell.getDataFormatString();
    return format != null
        && format.chars().anyMatch(c -> c == 'y' || c == 'd')
        && cell.asNumber().compareTo(BigDecimal.ONE) >= 0
        && cell.asNumber().compareTo(LAST_DAY) < 0;
  }

  private static String plain(Cell cell) {
    var raw = cell.getRawValue();
    var number = cell.asNumber();
    return raw.contains("E")
            || raw.contains("e")
            || number.scale() > 0 && number.stripTrailingZeros().scale() > 0
        ? raw
        : number.toBigInteger().toString();
  }
}
