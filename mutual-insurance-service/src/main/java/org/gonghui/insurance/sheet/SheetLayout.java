package org.gonghui.insurance.sheet;

/** How a file is written, so that an answer can be written alike. */
public record SheetLayout(Format format, String charset, boolean byteOrderMark, char delimiter) {
  /** The kinds of file. */
  public enum Format {
    CSV,
    XLSX
  }

  static SheetLayout xlsx() {
    return new SheetLayout(Format.XLSX, "UTF-8", false, ',');
  }
}
