package org.gonghui.acceptance.demo;

import java.util.ArrayList;
import java.util.List;

/** What the published figures, times the scale, say beside what the platform says. */
final class Reckoning {
  /** One line of the table. */
  record Row(String figure, String published, String expected, String actual) {
    boolean matches() {
      return expected.equals(actual);
    }
  }

  private final List<Row> rows = new ArrayList<>();

  void row(String figure, String published, Object expected, String actual) {
    rows.add(new Row(figure, published, expected.toString(), actual));
  }

  /** 0 only if there is something to compare and all of it matches. */
  int exitCode() {
    return !rows.isEmpty() && rows.stream().allMatch(Row::matches) ? 0 : 1;
  }

  String table() {
    var line = "%-44s %16s %16s %16s  %s%n";
    var text = new StringBuilder();
    text.append(line.formatted("figure", "published 2017", "x scale", "platform", ""));
    for (var row : rows) {
      var verdict = row.matches() ? "MATCH" : "MISMATCH";
      text.append(line.formatted(row.figure, row.published, row.expected, row.actual, verdict));
    }
    return text.toString();
  }
}
