package org.gonghui.insurance.roster;

import static org.gonghui.insurance.roster.RosterProblems.HEADER_NOT_FOUND;
import static org.gonghui.insurance.roster.RosterProblems.NO_ROWS;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.sheet.Sheet;
import org.gonghui.insurance.sheet.SheetRow;

/** The row that names the columns, and where each known column stands. */
public record RosterHeader(
    int rowNo, List<String> titles, Map<RosterColumn, Integer> places, List<String> unknown) {
  private static final int ROWS_LOOKED_AT = 10;
  private static final int HEADERS_TOLD = 20;

  /** Reads up to the header; the sheet then stands at the first person. */
  public static RosterHeader find(Sheet sheet) {
    var seen = new ArrayList<String>();
    var row = sheet.next();
    if (row == null) {
      throw NO_ROWS.because("the file is empty");
    }
    while (row != null && row.rowNo() <= ROWS_LOOKED_AT) {
      var header = of(row);
      if (header.isComplete()) {
        return header;
      }
      seen.addAll(row.cells().stream().filter(cell -> !cell.isBlank()).toList());
      row = sheet.next();
    }
    throw HEADER_NOT_FOUND
        .because("no row of the first %d names 姓名 and 身份证号", ROWS_LOOKED_AT)
        .with(
            "headersSeen",
            seen.stream().filter(RosterHeader::isTellable).limit(HEADERS_TOLD).toList());
  }

  /** A roster without header would have people there: cells with digits are not repeated. */
  private static boolean isTellable(String cell) {
    return cell.length() <= 30 && cell.chars().noneMatch(Character::isDigit);
  }

  static RosterHeader of(SheetRow row) {
    var places = new EnumMap<RosterColumn, Integer>(RosterColumn.class);
    var unknown = new ArrayList<String>();
    for (var i = 0; i < row.cells().size(); i++) {
      var place = i;
      var title = row.cell(i);
      RosterColumn.of(title)
          .ifPresentOrElse(
              column -> places.putIfAbsent(column, place),
              () -> {
                if (!title.isBlank()) {
                  unknown.add(title);
                }
              });
    }
    return new RosterHeader(row.rowNo(), List.copyOf(row.cells()), places, unknown);
  }

  /** The titles that no column of a roster goes by. */
  public static List<String> unknown(List<String> titles) {
    return titles.stream()
        .filter(title -> !title.isBlank() && RosterColumn.of(title).isEmpty())
        .toList();
  }

  private boolean isComplete() {
    return places.containsKey(RosterColumn.NAME) && places.containsKey(RosterColumn.ID_NUMBER);
  }

  public boolean has(RosterColumn column) {
    return places.containsKey(column);
  }

  String cell(SheetRow row, RosterColumn column) {
    var place = places.get(column);
    return place == null ? "" : row.cell(place);
  }

  SheetRow.Kind kind(SheetRow row, RosterColumn column) {
    var place = places.get(column);
    return place == null ? SheetRow.Kind.TEXT : row.kind(place);
  }

  /** The number by which a row of an error file is known; its own place otherwise. */
  public int rowNo(SheetRow row) {
    var told = cell(row, RosterColumn.ROW_NO).strip();
    return told.matches("\\d{1,7}") ? Integer.parseInt(told) : row.rowNo();
  }
}
