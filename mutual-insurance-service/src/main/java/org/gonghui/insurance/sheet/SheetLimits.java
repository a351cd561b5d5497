package org.gonghui.insurance.sheet;

import static org.gonghui.insurance.sheet.SheetProblems.CELL_TOO_LONG;
import static org.gonghui.insurance.sheet.SheetProblems.TOO_MANY_COLUMNS;
import static org.gonghui.insurance.sheet.SheetProblems.TOO_MANY_ROWS;

import java.util.List;

/** How much of a file is read. */
public record SheetLimits(
    long bytes, int rows, int columns, int cellCharacters, int unpackedFactor) {
  /** Rows above the first row of people: a title, an empty line, the header. */
  private static final int ROWS_ABOVE = 10;

  public static SheetLimits defaults() {
    return new SheetLimits(50L << 20, 500_000, 64, 500, 100);
  }

  List<String> check(int rowNo, List<String> cells) {
    if (rowNo > rows + ROWS_ABOVE) {
      throw TOO_MANY_ROWS.because("at most %d rows", rows);
    }
    if (cells.size() > columns) {
      throw TOO_MANY_COLUMNS.because("row %d has more than %d columns", rowNo, columns);
    }
    for (var i = 0; i < cells.size(); i++) {
      if (cells.get(i).length() > cellCharacters) {
        throw CELL_TOO_LONG.because(
            "row %d, column %d has more than %d characters", rowNo, i + 1, cellCharacters);
      }
    }
    return cells;
  }
}
