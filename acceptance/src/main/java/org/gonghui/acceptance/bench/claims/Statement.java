package org.gonghui.acceptance.bench.claims;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One statement as PostgreSQL's log tells it, with its values as texts. */
record Statement(String sql, List<@Nullable String> values) {
  private static final Pattern PLACE = Pattern.compile("\\$\\d+");
  private static final Pattern VALUE =
      Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']|'')*)')(?:, |$)", Pattern.DOTALL);

  /** The log's detail line: {@code Parameters: $1 = 'text', $2 = NULL}. */
  Statement with(String parameters) {
    var found = new ArrayList<@Nullable String>();
    var matcher = VALUE.matcher(parameters);
    while (matcher.find()) {
      var text = matcher.group(1);
      found.add(text == null ? null : text.replace("''", "'"));
    }
    return new Statement(sql, found);
  }

  boolean is(String word) {
    return sql.strip().equalsIgnoreCase(word);
  }

  /** The table that rows are put into, or an empty text. */
  String target() {
    var matcher = Pattern.compile("insert into (\\w+)").matcher(sql);
    return matcher.find() ? matcher.group(1) : "";
  }

  PreparedStatement prepare(Connection connection) {
    try {
      return connection.prepareStatement(PLACE.matcher(sql).replaceAll("?"));
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  void run(PreparedStatement prepared) throws SQLException {
    for (var i = 0; i < values.size(); i++) {
      prepared.setObject(i + 1, values.get(i), Types.OTHER);
    }
    if (prepared.execute()) {
      try (var rows = prepared.getResultSet()) {
        while (rows.next()) {
          var _ = rows.getObject(1);
        }
      }
    }
  }
}
