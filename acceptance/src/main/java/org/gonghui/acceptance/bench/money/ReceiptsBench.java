package org.gonghui.acceptance.bench.money;

import java.sql.SQLException;
import java.util.List;
import org.gonghui.acceptance.bench.BenchTown;
import org.gonghui.acceptance.bench.Benchmark;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.measure.Latencies;
import org.gonghui.acceptance.measure.Result;

/**
 * Receipts of one statement matched against as many open dues, from upload to the last due paid;
 * then twice as many of both.
 */
public final class ReceiptsBench implements Benchmark {
  private static final int ONCE = 10_000;
  private static final double SECONDS_GOAL = 10;
  private static final double TWICE_GOAL = 2.3;

  @Override
  public String name() {
    return "receipts";
  }

  @Override
  public List<Result> run(Workbench bench) {
    var town = new BenchTown(bench);
    town.settle();
    var once = Math.min(ONCE, bench.rows());
    var _ = seconds(bench, town, once / 2, "warm");
    var single = seconds(bench, town, once, "once");
    var twice = seconds(bench, town, 2 * once, "twice");
    return List.of(
        Result.alone(name(), "s", single, "<= 10 s", single <= SECONDS_GOAL, once),
        Result.against(
            "receipts-twice",
            "s",
            twice,
            single,
            "<= 2.3 x for twice as many",
            twice <= TWICE_GOAL * single,
            2L * once));
  }

  private static double seconds(Workbench bench, BenchTown town, int count, String part) {
    var statement = OpenDues.statement(bench, count);
    var start = System.nanoTime();
    town.stage().book("receipts-%s-%s".formatted(bench.runId(), part), statement);
    var seconds = Latencies.since(start).toNanos() / 1e9;
    requireAllPaid(bench);
    return seconds;
  }

  private static void requireAllPaid(Workbench bench) {
    try (var database = bench.database("mutual_insurance");
        var query = database.createStatement();
        var answer =
            query.executeQuery(
                "select count(*) from contribution_due where status <> 'PAID' and "
                    + OpenDues.OURS)) {
      answer.next();
      if (answer.getInt(1) != 0) {
        throw new IllegalStateException(answer.getInt(1) + " dues were not paid");
      }
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
