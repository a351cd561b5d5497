package org.gonghui.insurance.roster;

/** One thing wrong with one cell; its value is masked. */
public record RowFault(RowCode code, String column, String value, String hint) {
  private static final int SHOWN = 2;

  static RowFault of(RowCode code, String value) {
    return of(code, code.column(), value);
  }

  static RowFault of(RowCode code, RosterColumn column, String value) {
    return new RowFault(code, column.title(), masked(value), code.hint());
  }

  /** Both ends of a longer value, nothing of a short one. */
  static String masked(String value) {
    var length = value.codePointCount(0, value.length());
    if (length <= 2 * SHOWN) {
      return "*".repeat(length);
    }
    var start = value.offsetByCodePoints(0, SHOWN);
    var end = value.offsetByCodePoints(value.length(), -SHOWN);
    return value.substring(0, start) + "*".repeat(length - 2 * SHOWN) + value.substring(end);
  }
}
