package org.gonghui.acceptance.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.measure.SteadyLoad;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;

/** What a member may ask of the plan before filing, at a steady 200 requests a second. */
final class PreviewBench implements Benchmark {
  private static final int PER_SECOND = 200;
  private static final int WARM_UP_PER_SECOND = 100;
  private static final double GOAL_MILLIS = 50;

  @Override
  public String name() {
    return "preview";
  }

  @Override
  public List<Result> run(Workbench bench) {
    var town = new BenchTown(bench);
    town.settle();
    SteadyLoad.during(Duration.ofSeconds(5), WARM_UP_PER_SECOND, i -> preview(bench, town, i));
    var load =
        SteadyLoad.during(
            Duration.ofSeconds(bench.seconds()), PER_SECOND, i -> preview(bench, town, i));
    var p95 = load.latencies().millisAt(0.95);
    return List.of(
        Result.alone(
                name(),
                "ms",
                p95,
                "p95 <= 50 ms at 200/s",
                p95 <= GOAL_MILLIS && load.failures() == 0,
                load.latencies().count())
            .and("p50", load.latencies().millisAt(0.5))
            .and("p99", load.latencies().millisAt(0.99))
            .and("failures", load.failures()));
  }

  private static boolean preview(Workbench bench, BenchTown town, int number) {
    var question = Body.of("idNumber", town.idNumber(number), "day", BenchTown.YEAR + "-06-01");
    var call = Call.post(Caller.CITY_OFFICER, Stage.API + "/eligibility-previews").json(question);
    try {
      return bench.gateway().once(call).isOk();
    } catch (IOException _) {
      return false;
    }
  }
}
