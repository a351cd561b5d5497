package org.gonghui.acceptance.bench.claims;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gonghui.acceptance.bench.BenchTown;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.measure.Latencies;
import org.gonghui.acceptance.platform.Gateway;
import org.gonghui.acceptance.platform.Parallel;

/**
 * Listens to what the platform sends to its database, takes the rows of that away and sends the
 * very same statements again: they meet the same tables, constraints, triggers and indexes.
 */
final class Recording implements AutoCloseable {
  private static final String DATABASE = "mutual_insurance";
  private static final String LIMITS = "bench_accumulator";
  private static final Duration SETTLED = Duration.ofSeconds(2);
  private final Workbench bench;
  private final Connection database;
  private long firstTransaction;
  private long lastTransaction;

  Recording(Workbench bench) {
    this.bench = bench;
    database = bench.database(DATABASE);
  }

  /** The transactions of settlements while something is done. */
  List<List<Statement>> of(Runnable act) {
    var log = log();
    firstTransaction = nextTransaction();
    run("drop table if exists " + LIMITS);
    run(
        "create table %s as select * from accumulator where plan_year = %d"
            .formatted(LIMITS, BenchTown.YEAR));
    try {
      run("alter system set log_line_prefix = '%s'".formatted(ServerLog.PREFIX));
      run("alter system set log_statement = 'all'");
      reload();
      var from = Files.size(log);
      act.run();
      stopLogging();
      return ServerLog.transactions(log, from, DATABASE).stream()
          .filter(statements -> statements.stream().anyMatch(s -> s.target().equals("settlement")))
          .toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** How many transactions a second the database does when nothing else stands before it. */
  double sentBare(List<List<Statement>> transactions, int connections) {
    takeAway(targets(transactions));
    var start = System.nanoTime();
    Parallel.each(
        connections,
        IntStream.range(0, connections).boxed(),
        part -> send(transactions, part, connections));
    return transactions.size() / (Latencies.since(start).toNanos() / 1e9);
  }

  private void send(List<List<Statement>> transactions, int part, int parts) {
    try (var connection = bench.database(DATABASE)) {
      connection.setAutoCommit(false);
      var prepared = new HashMap<String, PreparedStatement>();
      for (var i = part; i < transactions.size(); i += parts) {
        for (var statement : transactions.get(i)) {
          statement.run(
              prepared.computeIfAbsent(statement.sql(), _ -> statement.prepare(connection)));
        }
        connection.commit();
      }
    } catch (SQLException cause) {
      throw new IllegalStateException("the statements cannot be sent again", cause);
    }
  }

  private static Set<String> targets(List<List<Statement>> transactions) {
    return transactions.stream()
        .flatMap(List::stream)
        .map(Statement::target)
        .filter(target -> !target.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Only the bench may do so: rows of the record are final for everybody else. */
  private void takeAway(Set<String> tables) {
    run("set session_replication_role = replica");
    for (var table : tables) {
      run(
          "delete from %s where xmin::text::bigint >= %d and xmin::text::bigint < %d"
              .formatted(table, firstTransaction, lastTransaction));
    }
    run("delete from accumulator where plan_year = " + BenchTown.YEAR);
    run("insert into accumulator select * from " + LIMITS);
    run("set session_replication_role = origin");
    tables.forEach(table -> run("vacuum analyze " + table));
  }

  private void stopLogging() {
    run("alter system reset log_statement");
    run("alter system reset log_line_prefix");
    reload();
    lastTransaction = nextTransaction();
  }

  private void reload() {
    run("select pg_reload_conf()");
    Gateway.pause(SETTLED);
  }

  private long nextTransaction() {
    try (var query = database.createStatement();
        var answer =
            query.executeQuery("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")) {
      answer.next();
      return answer.getLong(1);
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private Path log() {
    var log = bench.place().state().resolve("postgres/server.log");
    if (!Files.exists(log)) {
      throw new IllegalStateException("The bare SQL is read from the log of the own PostgreSQL");
    }
    return log;
  }

  private void run(String sql) {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    } catch (SQLException cause) {
      throw new IllegalStateException(sql, cause);
    }
  }

  @Override
  public void close() {
    try {
      run("drop table if exists " + LIMITS);
      run("alter system reset log_statement");
      run("alter system reset log_line_prefix");
      run("select pg_reload_conf()");
    } finally {
      try {
        database.close();
      } catch (SQLException _) {
        // It has served its purpose.
      }
    }
  }
}
