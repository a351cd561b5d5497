package org.gonghui.insurance.sheet;

import java.util.List;
import java.util.Map;

/** One row as the file has it; kinds are given only where a cell is more than text. */
public record SheetRow(int rowNo, List<String> cells, Map<Integer, Kind> kinds) {
  /** What a cell is besides text. */
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    FORMULA
  }

  public SheetRow(int rowNo, List<String> cells) {
    this(rowNo, cells, Map.of());
  }

  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  public Kind kind(int column) {
    return kinds.getOrDefault(column, Kind.TEXT);
  }

  public boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
