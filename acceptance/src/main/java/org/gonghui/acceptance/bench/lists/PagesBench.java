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

/** The thousandth page of a million claims beside the first, each read many times in turn. */
public final class PagesBench implements Benchmark {
  private static final int PAGE = 1_000;
  private static final int TIMES = 200;
  private static final int WARM_UP = 100;
  private static final double GOAL = 1.5;
  private static final String CLAIMS = Stage.API + "/claims?limit=100";

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public List<Result> run(Workbench bench) {
    new BenchTown(bench).settle();
    new FormerYears(bench).ensure(FormerYears.YEARS);
    var far = CLAIMS + cursorOf(bench);
    var first = new Latencies();
    var thousandth = new Latencies();
    for (var i = 0; i < WARM_UP + TIMES; i++) {
      read(bench, CLAIMS, i < WARM_UP ? new Latencies() : first);
      read(bench, far, i < WARM_UP ? new Latencies() : thousandth);
    }
    var value = thousandth.millisAt(0.5);
    var baseline = first.millisAt(0.5);
    return List.of(
        Result.against(
                name(),
                "ms",
                value,
                baseline,
                "page 1,000 <= 1.5 x page 1",
                value <= GOAL * baseline,
                (long) FormerYears.YEARS * FormerYears.CLAIMS_A_YEAR)
            .and("p95OfPage1", first.millisAt(0.95))
            .and("p95OfPage1000", thousandth.millisAt(0.95)));
  }

  /** Walks there as a reader would. */
  private static String cursorOf(Workbench bench) {
    var cursor = "";
    for (var page = 1; page < PAGE; page++) {
      var answer = bench.gateway().require(Call.get(Caller.AUDITOR, CLAIMS + cursor));
      cursor = "&cursor=" + answer.json().path("next").asText();
    }
    return cursor;
  }

  private static void read(Workbench bench, String path, Latencies latencies) {
    var start = System.nanoTime();
    var answer = bench.gateway().require(Call.get(Caller.AUDITOR, path));
    latencies.add(System.nanoTime() - start);
    if (answer.json().path("items").size() != 100) {
      throw new IllegalStateException("a page of " + answer.json().path("items").size());
    }
  }
}
