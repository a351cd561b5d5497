package org.gonghui.insurance.batch;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.gonghui.insurance.sheet.SheetLayout;
import org.gonghui.insurance.sheet.SheetLayout.Format;

/** Answers that are files, streamed in the shape of a layout. */
final class RosterFiles {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private RosterFiles() {}

  static Response answer(SheetLayout layout, String name, StreamingOutput content) {
    var type =
        switch (layout.format()) {
          case CSV -> MediaType.valueOf("text/csv").withCharset(layout.charset()).toString();
          case XLSX -> XLSX;
        };
    var file = name + (layout.format() == Format.CSV ? ".csv" : ".xlsx");
    return Response.ok(content, type)
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
        .build();
  }
}
