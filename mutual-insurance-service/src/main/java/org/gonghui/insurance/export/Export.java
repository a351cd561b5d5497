package org.gonghui.insurance.export;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gonghui.insurance.statistics.FigureRows.Figure;
import org.jspecify.annotations.Nullable;

/** One list on its way to a file. */
record Export(
    UUID id,
    Kind kind,
    Format format,
    int planYear,
    String area,
    @Nullable Figure figure,
    Instant asOf,
    String requestedBy,
    long rows,
    @Nullable Instant finishedAt) {

  /** What is listed. */
  enum Kind {
    CLAIMS,
    EMPLOYERS,
    FIGURE_ROWS
  }

  /** How it is written. */
  @Schema(name = "ExportFormat")
  enum Format {
    CSV,
    XLSX
  }

  boolean isFinished() {
    return finishedAt != null;
  }
}
