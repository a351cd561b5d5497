package org.gonghui.acceptance.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gonghui.acceptance.bench.NewRows.Table;
import org.gonghui.acceptance.measure.Latencies;
import org.gonghui.acceptance.platform.Parallel;

/** Inserts rows again into copies of their tables, one transaction a claim, and nothing else. */
final class BareInserts {
  private static final String DATABASE = "mutual_insurance";
  private final Workbench bench;
  private final List<Table> tables;

  BareInserts(Workbench bench, List<Table> tables) {
    this.bench = bench;
    this.tables = tables;
  }

  double perSecond(int claims, int connections) {
    run("drop table if exists %s", "create table %s (like %s including all)");
    var start = System.nanoTime();
    Parallel.each(
        connections,
        IntStream.range(0, connections).boxed(),
        part -> insert(part, connections, claims));
    var perSecond = claims / (Latencies.since(start).toNanos() / 1e9);
    run("drop table %s");
    return perSecond;
  }

  private void insert(int part, int parts, int claims) {
    try (var database = bench.database(DATABASE)) {
      database.setAutoCommit(false);
      for (var claim = part; claim < claims; claim += parts) {
        for (var table : tables) {
          insert(database, table, claim, claims);
        }
        database.commit();
      }
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static void insert(Connection database, Table table, int claim, int claims)
      throws SQLException {
    var size = table.rows().size();
    var from = (int) ((long) claim * size / claims);
    var until = (int) ((claim + 1L) * size / claims);
    try (var insert = database.prepareStatement(sql(table))) {
      for (var row : table.rows().subList(from, until)) {
        for (var i = 0; i < row.length; i++) {
          insert.setString(i + 1, row[i]);
        }
        insert.executeUpdate();
      }
    }
  }

  private static String sql(Table table) {
    var values =
        table.types().stream()
            .map(type -> "cast(? as " + (type.equals("bpchar") ? "text" : type) + ")")
            .collect(Collectors.joining(", "));
    return "insert into bench_%s overriding system value values (%s)"
        .formatted(table.name(), values);
  }

  private void run(String... statements) {
    try (var database = bench.database(DATABASE);
        var statement = database.createStatement()) {
      for (var table : tables) {
        for (var sql : statements) {
          statement.execute(sql.formatted("bench_" + table.name(), table.name()));
        }
      }
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
