package org.gonghui.insurance.result;

import java.util.List;

/** What became of the lines of one result file: rejected payments are returned, faults named. */
public record ResultReport(
    String batchNo, int lines, int progressed, int returned, int known, List<LineFault> errors) {

  /** A line without effect, and why. */
  public record LineFault(long line, String code, String message) {}
}
