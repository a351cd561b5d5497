package org.gonghui.acceptance.bench.claims;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gonghui.acceptance.bench.BenchTown;
import org.gonghui.acceptance.bench.Benchmark;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.measure.Latencies;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Parallel;

/**
 * Settlements that become decided claims, beside the same SQL sent bare: the statements that the
 * platform sent for some of them, with their values, transactions and number of connections, sent
 * again without the platform.
 */
public final class ClaimsBench implements Benchmark {
  private static final int MOST = 2_000;
  private static final int LINES = 50;
  private static final int CALLERS = 4;
  private static final double GOAL = 0.6;

  @Override
  public String name() {
    return "claims";
  }

  @Override
  public List<Result> run(Workbench bench) {
    var town = new BenchTown(bench);
    town.settle();
    var stays = BenchStays.after(bench, town);
    var claims = Math.min(MOST, bench.rows()) / LINES * LINES;
    var _ = perSecond(bench, stays, claims);
    var platform = perSecond(bench, stays, claims);
    try (var recording = new Recording(bench)) {
      var transactions = recording.of(() -> perSecond(bench, stays, claims / 2));
      var bare = recording.sentBare(transactions, CALLERS);
      return List.of(result(claims, platform, bare, transactions));
    }
  }

  private Result result(
      int claims, double platform, double bare, List<List<Statement>> transactions) {
    var statements = transactions.stream().mapToInt(List::size).sum();
    return Result.against(
            name(),
            "claims/s",
            platform,
            bare,
            ">= 0.6 x the same SQL sent bare",
            platform >= GOAL * bare,
            claims)
        .and("statementsOfOneClaim", Result.rounded((double) statements / transactions.size()))
        .and("claimsSentBare", transactions.size())
        .and("connections", CALLERS);
  }

  private static double perSecond(Workbench bench, BenchStays stays, int claims) {
    var start = System.nanoTime();
    Parallel.each(CALLERS, IntStream.range(0, claims / LINES).boxed(), _ -> send(bench, stays));
    return claims / (Latencies.since(start).toNanos() / 1e9);
  }

  private static void send(Workbench bench, BenchStays stays) {
    var lines =
        IntStream.range(0, LINES).mapToObj(_ -> stays.next()).collect(Collectors.joining("\n"));
    var answer =
        bench
            .gateway()
            .require(
                Call.post(Caller.HOSPITAL, Stage.API + "/settlement-batches")
                    .content("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8)));
    if (answer.json().path("accepted").asInt() != LINES) {
      throw new IllegalStateException("not all were taken: " + answer.text());
    }
  }
}
