package org.gonghui.insurance.export;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.gonghui.kit.paging.CsvExport;
import org.jspecify.annotations.Nullable;

/** Writes the parts of an export as a file, one part in memory at a time. */
@ApplicationScoped
class ExportFile {
  private final Exports exports;

  ExportFile(Exports exports) {
    this.exports = exports;
  }

  StreamingOutput of(Export export) {
    var header = ExportRows.header(export.kind());
    return switch (export.format()) {
      case CSV ->
          CsvExport.of(
              header, () -> parts(export.id()).flatMap(List::stream).map(ExportFile::cells));
      case XLSX -> out -> writeXlsx(out, header, export.id());
    };
  }

  private void writeXlsx(OutputStream out, List<String> header, UUID id) throws IOException {
    try (var book = new Workbook(out, "Gonghui", "1.0")) {
      var sheet = book.newWorksheet("export");
      var line = 0;
      for (var i = 0; i < header.size(); i++) {
        sheet.value(line, i, header.get(i));
      }
      for (var parts = parts(id).iterator(); parts.hasNext(); ) {
        for (var row : parts.next()) {
          line++;
          for (var i = 0; i < row.size(); i++) {
            sheet.value(line, i, CsvExport.cell(row.get(i)));
          }
        }
        sheet.flush();
      }
    }
  }

  private static List<@Nullable Object> cells(List<String> row) {
    return new ArrayList<>(row);
  }

  /** Read one by one, each in a short transaction, while the file is written. */
  private Stream<List<List<String>>> parts(UUID id) {
    return IntStream.iterate(1, no -> no + 1)
        .mapToObj(no -> QuarkusTransaction.requiringNew().call(() -> exports.part(id, no)))
        .takeWhile(rows -> !rows.isEmpty());
  }
}
