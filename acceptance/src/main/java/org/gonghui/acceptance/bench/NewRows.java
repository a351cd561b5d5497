package org.gonghui.acceptance.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** The rows that came into a database since a moment, table by table. */
final class NewRows {
  /** What the relay takes away again, and what is nobody's record. */
  private static final Set<String> PASSING =
      Set.of("outbox", "scheduled_tasks", "flyway_schema_history", "job");

  private final Connection database;
  private final long before;
  private final SequencedMap<String, Integer> counts = new LinkedHashMap<>();

  private NewRows(Connection database, long before) {
    this.database = database;
    this.before = before;
  }

  static NewRows from(Connection database) {
    try (var query = database.createStatement();
        var answer =
            query.executeQuery("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")) {
      answer.next();
      return new NewRows(database, answer.getLong(1));
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** One table's new rows; values and types are PostgreSQL's texts. */
  record Table(String name, List<String> types, List<String[]> rows) {}

  List<Table> sinceThen() {
    try {
      var tables = new ArrayList<Table>();
      for (var name : names()) {
        var table = read(name);
        if (!table.rows.isEmpty()) {
          tables.add(table);
          counts.put(name, table.rows.size());
        }
      }
      return tables;
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  Map<String, Integer> counts() {
    return counts;
  }

  private List<String> names() throws SQLException {
    var names = new ArrayList<String>();
    try (var query = database.createStatement();
        var answer =
            query.executeQuery(
                "select tablename from pg_tables where schemaname = 'public' order by 1")) {
      while (answer.next()) {
        names.add(answer.getString(1));
      }
    }
    names.removeAll(PASSING);
    names.removeIf(name -> name.startsWith("bench"));
    return names;
  }

  private Table read(String name) throws SQLException {
    try (var query = database.createStatement();
        var answer =
            query.executeQuery(
                "select * from %s where xmin::text::bigint >= %d".formatted(name, before))) {
      var columns = answer.getMetaData();
      var types = new ArrayList<String>();
      for (var i = 1; i <= columns.getColumnCount(); i++) {
        types.add(columns.getColumnTypeName(i));
      }
      var rows = new ArrayList<String[]>();
      while (answer.next()) {
        var row = new String[types.size()];
        for (var i = 0; i < row.length; i++) {
          row[i] = answer.getString(i + 1);
        }
        rows.add(row);
      }
      return new Table(name, types, rows);
    }
  }
}
