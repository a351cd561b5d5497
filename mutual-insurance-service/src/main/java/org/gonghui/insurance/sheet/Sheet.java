package org.gonghui.insurance.sheet;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A table that is read once, from its first row on. */
public sealed interface Sheet extends Closeable permits CsvSheet, XlsxSheet {
  SheetLayout layout();

  /** The next row that is not blank, or null after the last. */
  @Nullable SheetRow next();

  @Override
  void close();

  /** Opens a file by what its bytes say, whatever its name. */
  static Sheet open(Content content, SheetLimits limits) throws IOException {
    return switch (FileKind.of(content, limits)) {
      case XLSX -> XlsxSheet.open(content, limits);
      case TEXT -> CsvSheet.open(content, limits);
    };
  }
}
