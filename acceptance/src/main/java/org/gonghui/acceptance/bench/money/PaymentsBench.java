package org.gonghui.acceptance.bench.money;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.bench.BenchTown;
import org.gonghui.acceptance.bench.Benchmark;
import org.gonghui.acceptance.bench.HeapWatch;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.bench.claims.BenchStays;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.file.PaymentFile;
import org.gonghui.acceptance.measure.Latencies;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;

/** One payment batch from building to the booked statement, through the gateway, in two sizes. */
public final class PaymentsBench implements Benchmark {
  private static final int SMALL = 10_000;
  private static final int LARGE = 100_000;
  private static final double SECONDS_GOAL = 60;
  private static final double HEAP_GOAL = 1.3;
  private static final Fen ENOUGH = Fen.yuan(100_000_000);

  @Override
  public String name() {
    return "payments";
  }

  @Override
  public List<Result> run(Workbench bench) {
    var town = new BenchTown(bench);
    town.settle();
    var stay = BenchStays.after(bench, town).next();
    var _ =
        bench
            .gateway()
            .require(
                Call.post(Caller.HOSPITAL, Stage.API + "/settlements")
                    .content("application/json", stay.getBytes(StandardCharsets.UTF_8)));
    var large = Math.min(LARGE, bench.rows());
    var _ = measure(bench, town.stage(), SMALL / 10);
    var first = measure(bench, town.stage(), SMALL);
    var second = measure(bench, town.stage(), large);
    var seconds = second.seconds().values().stream().mapToDouble(s -> s).sum();
    return List.of(
        Result.alone(name(), "s", seconds, "<= 60 s", seconds <= SECONDS_GOAL, large)
            .and("steps", second.seconds())
            .and("stepsOf10000", first.seconds()),
        Result.against(
            "payments-heap",
            "MiB",
            second.heapMiB(),
            first.heapMiB(),
            "<= 1.3 x the peak heap of 10,000",
            second.heapMiB() <= HEAP_GOAL * first.heapMiB(),
            large));
  }

  private static Measured measure(Workbench bench, Stage stage, int count) {
    var area = "3306%d".formatted(System.currentTimeMillis() % 100_000_000);
    ReadyPayouts.write(bench, area, count);
    try (var heap = HeapWatch.of(bench.mutualInsurance())) {
      var seconds = new Way(stage, area).go(count);
      return new Measured(seconds, heap.highestMiB());
    }
  }

  /** How long each step took, and the most memory that the service used meanwhile. */
  private record Measured(Map<String, Double> seconds, double heapMiB) {}

  /** The way of one batch. */
  private static final class Way {
    private static final String BATCHES = "/payment-batches";
    private final Stage stage;
    private final String area;
    private final SequencedMap<String, Double> seconds = new LinkedHashMap<>();

    Way(Stage stage, String area) {
      this.stage = stage;
      this.area = area;
    }

    Map<String, Double> go(int count) {
      var wanted = Body.of("area", area);
      var built =
          timed("build", () -> stage.post(Caller.FINANCE, BATCHES, "build-" + area, wanted)).json();
      if (built.path("count").asInt() != count) {
        throw new IllegalStateException("the batch holds " + built.path("count"));
      }
      var path = BATCHES + "/" + built.path("id").asText();
      var _ = step(Caller.FINANCE, path, "submission", Body.of());
      var totals =
          Body.of(
              "count",
              built.path("count"),
              "total",
              built.path("total"),
              "hash",
              built.path("hash"));
      var _ = timed("approve", () -> step(Caller.APPROVER, path, "approval", totals));
      var file = timed("file", () -> stage.read(Caller.BANK, path + "/file")).bytes();
      var _ = timed("dispatch", () -> step(Caller.FINANCE, path, "dispatch", Body.of()));
      var day = LocalDate.of(BenchTown.YEAR, 12, 2);
      var statement = PaymentFile.read(file).booked(ENOUGH, day).bytes();
      var _ =
          timed(
              "statement",
              () -> {
                stage.book("statement-" + area, statement);
                return stage.await(Caller.FINANCE, path, "SETTLED");
              });
      return seconds;
    }

    private Answer step(Caller caller, String path, String step, ObjectNode body) {
      var seen = stage.read(caller, path);
      return stage.decide(caller, path + "/" + step, step + "-" + area, seen, body);
    }

    private <T> T timed(String step, Supplier<T> act) {
      var start = System.nanoTime();
      var answer = act.get();
      seconds.put(step, Result.rounded(Latencies.since(start).toNanos() / 1e9));
      return answer;
    }
  }
}
