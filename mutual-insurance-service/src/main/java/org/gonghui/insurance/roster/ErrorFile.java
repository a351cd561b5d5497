package org.gonghui.insurance.roster;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.gonghui.insurance.sheet.SheetLayout;

/**
 * The faulty rows in the shape in which they came, with what is wrong; it may be uploaded again.
 */
public final class ErrorFile {
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final List<RosterColumn> ADDED =
      List.of(RosterColumn.ROW_NO, RosterColumn.CODES, RosterColumn.MESSAGES, RosterColumn.HINT);

  private final SheetLayout layout;
  private final List<String> titles;
  private final List<Integer> kept;
  private final List<RosterColumn> added = new ArrayList<>(ADDED);

  public ErrorFile(SheetLayout layout, List<String> titles) {
    this.layout = layout;
    this.titles = titles;
    this.kept = new ArrayList<>();
    for (var i = 0; i < titles.size(); i++) {
      if (RosterColumn.of(titles.get(i)).filter(ADDED::contains).isEmpty()) {
        kept.add(i);
      }
    }
  }

  /** A row with its faults. */
  public record FaultyRow(int rowNo, List<String> original, List<RowFault> faults) {}

  /** Gives the rows one after another. */
  @FunctionalInterface
  public interface Rows {
    void forEach(Consumer<FaultyRow> each);
  }

  public void write(OutputStream out, Rows rows) throws IOException {
    switch (layout.format()) {
      case CSV -> writeCsv(out, rows);
      case XLSX -> writeXlsx(out, rows);
    }
  }

  private void writeCsv(OutputStream out, Rows rows) throws IOException {
    var writer = new OutputStreamWriter(out, Charset.forName(layout.charset()));
    if (layout.byteOrderMark()) {
      writer.write(BYTE_ORDER_MARK);
    }
    var csv = CsvWriter.builder().fieldSeparator(layout.delimiter()).build(writer);
    csv.writeRecord(header());
    rows.forEach(row -> csv.writeRecord(cells(row)));
    csv.flush();
    writer.flush();
  }

  private void writeXlsx(OutputStream out, Rows rows) throws IOException {
    try (var workbook = new Workbook(out, "Gonghui", "1.0")) {
      var sheet = workbook.newWorksheet("名册");
      var place = new int[] {0};
      var write =
          (Consumer<List<String>>)
              cells -> {
                for (var i = 0; i < cells.size(); i++) {
                  sheet.value(place[0], i, cells.get(i));
                }
                place[0]++;
              };
      write.accept(header());
      rows.forEach(row -> write.accept(cells(row)));
      sheet.finish();
    }
  }

  /** An empty roster with the columns that people may fill. */
  public static void writeTemplate(OutputStream out, SheetLayout layout) throws IOException {
    var columns = EnumSet.range(RosterColumn.NO, RosterColumn.NOTE);
    var titles = columns.stream().map(RosterColumn::title).toList();
    var file = new ErrorFile(layout, titles);
    file.added.clear();
    file.write(out, _ -> {});
  }

  private List<String> header() {
    var cells = new ArrayList<String>();
    kept.forEach(i -> cells.add(harmless(titles.get(i))));
    added.forEach(column -> cells.add(column.title()));
    return cells;
  }

  private List<String> cells(FaultyRow row) {
    var cells = new ArrayList<String>();
    for (var i : kept) {
      cells.add(harmless(i < row.original().size() ? row.original().get(i) : ""));
    }
    cells.add(String.valueOf(row.rowNo()));
    cells.add(joined(row, fault -> fault.code().name()));
    cells.add(joined(row, fault -> fault.code().message()));
    cells.add(joined(row, RowFault::hint));
    return cells;
  }

  private static String joined(FaultyRow row, java.util.function.Function<RowFault, String> part) {
    return row.faults().stream().map(part).distinct().collect(Collectors.joining("; "));
  }

  /** What a spreadsheet would calculate gets a quote; once quoted it stays as it is. */
  static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
