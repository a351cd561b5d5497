package org.gonghui.acceptance.bench.lists;

import java.util.List;
import org.gonghui.acceptance.bench.BenchTown;
import org.gonghui.acceptance.bench.Benchmark;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.measure.Latencies;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;

/** A year's figures while only its own claims are there, and again with four more years beside. */
public final class SummaryBench implements Benchmark {
  private static final int TIMES = 60;
  private static final int WARM_UP = 30;
  private static final double GOAL = 1.2;
  private static final String SUMMARY =
      Stage.API + "/statistics/summary?area=3306&year=" + FormerYears.FIRST;

  @Override
  public String name() {
    return "summary";
  }

  @Override
  public List<Result> run(Workbench bench) {
    new BenchTown(bench).settle();
    var years = new FormerYears(bench);
    if (years.has(FormerYears.FIRST + 1)) {
      System.out.println(
          "the years beside are there already: summary is measured once, before pages");
      return List.of();
    }
    years.ensure(1);
    var alone = median(bench);
    years.ensure(FormerYears.YEARS);
    var among = median(bench);
    return List.of(
        Result.against(
            name(),
            "ms",
            among,
            alone,
            "<= 1.2 x one year",
            among <= GOAL * alone,
            (long) FormerYears.YEARS * FormerYears.CLAIMS_A_YEAR));
  }

  private static double median(Workbench bench) {
    var latencies = new Latencies();
    for (var i = 0; i < WARM_UP + TIMES; i++) {
      var start = System.nanoTime();
      var _ = bench.gateway().require(Call.get(Caller.AUDITOR, SUMMARY));
      if (i >= WARM_UP) {
        latencies.add(System.nanoTime() - start);
      }
    }
    return latencies.millisAt(0.5);
  }
}
