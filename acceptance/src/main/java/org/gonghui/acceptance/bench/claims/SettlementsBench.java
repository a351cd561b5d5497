package org.gonghui.acceptance.bench.claims;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gonghui.acceptance.bench.BenchTown;
import org.gonghui.acceptance.bench.Benchmark;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.measure.Program;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.measure.Wrk;
import org.gonghui.acceptance.measure.WrkPosts;

/**
 * Hospital bills sent one by one through the gateway with a partner key, from request to committed
 * claim: many persons, then one person over and over.
 */
public final class SettlementsBench implements Benchmark {
  private static final int CONNECTIONS = 12;
  private static final int HOT_CONNECTIONS = 4;
  private static final int MOST_PER_SECOND = 800;
  private static final int WARM_UP_SECONDS = 15;
  private static final double PER_SECOND_GOAL = 300;
  private static final double P95_GOAL_MILLIS = 100;
  private static final double HOT_GOAL = 50;

  @Override
  public String name() {
    return "settlements";
  }

  @Override
  public List<Result> run(Workbench bench) {
    Program.ensureInstalled("wrk");
    var town = new BenchTown(bench);
    town.settle();
    var stays = BenchStays.after(bench, town);
    var _ = send(bench, stays::next, CONNECTIONS, WARM_UP_SECONDS);
    var many = send(bench, stays::next, CONNECTIONS, bench.seconds());
    var person = stays.position();
    var hot = send(bench, () -> stays.nextOf(person), HOT_CONNECTIONS, bench.seconds());
    return List.of(
        result(
            name(),
            many,
            ">= 300/s with p95 < 100 ms",
            many.perSecond() >= PER_SECOND_GOAL && many.p95Millis() < P95_GOAL_MILLIS,
            bench.seconds(),
            CONNECTIONS),
        result(
            "settlements-hot",
            hot,
            ">= 50/s of one person without error",
            hot.perSecond() >= HOT_GOAL,
            bench.seconds(),
            HOT_CONNECTIONS));
  }

  private static Result result(
      String name, WrkPosts.Report report, String goal, boolean fast, int seconds, int callers) {
    var size = Math.round(report.perSecond() * seconds);
    return Result.alone(
            name, "req/s", report.perSecond(), goal, fast && report.refused() == 0, size)
        .and("p50", report.p50Millis())
        .and("p95", report.p95Millis())
        .and("p99", report.p99Millis())
        .and("refused", report.refused())
        .and("connections", callers);
  }

  private static WrkPosts.Report send(
      Workbench bench, Supplier<String> settlements, int connections, int seconds) {
    var door = bench.place().gateway().toString().replace("localhost", "127.0.0.1");
    var key = Map.of("X-API-Key", bench.gateway().key("hospital"));
    var bodies = Stream.generate(settlements).limit((long) MOST_PER_SECOND * seconds);
    return new WrkPosts(bench.folder().resolve("settlements"))
        .run(door + Stage.API + "/settlements", key, bodies, new Wrk.Load(connections, seconds));
  }
}
