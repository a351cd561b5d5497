package org.gonghui.acceptance.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.gonghui.acceptance.city.City;
import org.gonghui.acceptance.demo.OpeningYear;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.file.RosterFile;
import org.gonghui.acceptance.measure.Latencies;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.measure.SteadyLoad;
import org.gonghui.acceptance.people.CityScale;
import org.gonghui.acceptance.people.Employer;
import org.gonghui.acceptance.people.Members;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Multipart;

/** One roster of the whole city, dry run and apply, beside COPY of the same rows. */
final class EnrolmentBench implements Benchmark {
  private static final String BATCHES = "/enrolment-batches";
  private static final long SEED = 98;
  private static final int OTHERS_PER_SECOND = 10;
  private static final double RATIO_GOAL = 10;
  private static final double OTHERS_GOAL_MILLIS = 300;
  private static final double HEAP_GOAL_MIB = 512;

  @Override
  public String name() {
    return "enrolment";
  }

  @Override
  public List<Result> run(Workbench bench) {
    var year = FreeYear.in(bench);
    var stage =
        new Stage(bench.gateway(), City.of(SEED, CityScale.of("0.0005")), year, "bench-" + year);
    new OpeningYear().play(stage, () -> {});
    var employer = enter(stage, bench);
    var file = RosterFile.of(IntStream.range(0, bench.rows()).mapToObj(new Members(SEED)::get));
    try (var heap = HeapWatch.of(bench.mutualInsurance());
        var others = SteadyLoad.start(OTHERS_PER_SECOND, _ -> other(bench))) {
      var start = System.nanoTime();
      var path = upload(stage, employer, file);
      var checked = stage.await(Caller.CITY_OFFICER, path, "CHECKED");
      var checkSeconds = Latencies.since(start).toMillis() / 1e3;
      var confirmed = Body.of("confirmed", List.of());
      stage.decide(Caller.CITY_OFFICER, path + "/submission", "submit", checked, confirmed);
      var applied = stage.await(Caller.CITY_OFFICER, path, "APPLIED");
      var seconds = Latencies.since(start).toMillis() / 1e3;
      others.close();
      requireAll(bench, applied.json().at("/counts/applied").asInt());
      var copy = new RawCopy(bench.database("mutual_insurance")).seconds(year);
      return List.of(
          result(bench, seconds, copy, others, heap.highestMiB())
              .and("checkSeconds", checkSeconds));
    }
  }

  private Result result(
      Workbench bench, double seconds, double copy, SteadyLoad others, double heapMiB) {
    var p95 = others.latencies().millisAt(0.95);
    var met = seconds <= RATIO_GOAL * copy && p95 <= OTHERS_GOAL_MILLIS && heapMiB <= HEAP_GOAL_MIB;
    return Result.against(
            name(),
            "s",
            seconds,
            copy,
            "<= 10 x COPY, others' p95 <= 300 ms, heap <= 512 MiB",
            met,
            bench.rows())
        .and("rowsPerSecond", Result.rounded(bench.rows() / seconds))
        .and("othersP95Millis", p95)
        .and("othersFailed", others.failures())
        .and("highestHeapMiB", Result.rounded(heapMiB));
  }

  private static Employer enter(Stage stage, Workbench bench) {
    var known = stage.city().employers().getFirst();
    var path = Stage.API + "/employers/" + known.creditCode();
    if (bench.gateway().patiently(Call.get(Caller.CITY_OFFICER, path)).status() == 404) {
      var form = Body.of("name", known.name(), "unitType", "ENTERPRISE", "area", known.town());
      var _ = bench.gateway().require(Call.put(Caller.CITY_OFFICER, path).json(form));
    }
    var payroll = Call.put(Caller.CITY_OFFICER, path + "/headcounts/" + stage.year());
    var _ = bench.gateway().require(payroll.json(Body.of("payroll", bench.rows())));
    return known;
  }

  private static String upload(Stage stage, Employer employer, byte[] file) {
    var form =
        new Multipart()
            .field("planYear", "" + stage.year())
            .field("mode", "VALID_ROWS_ONLY")
            .field("employer", employer.creditCode())
            .field("declaredAt", Stage.at(LocalDate.of(stage.year() - 1, 12, 1)))
            .file("file", "city.csv", "text/csv", file);
    var call = Call.post(Caller.CITY_OFFICER, Stage.API + BATCHES).once(stage.keyed("city"));
    return BATCHES + "/" + stage.gateway().require(call.form(form)).json().path("id").asText();
  }

  private static boolean other(Workbench bench) {
    try {
      return bench.gateway().once(Call.get(Caller.AUDITOR, Stage.API + "/plan-years")).isOk();
    } catch (IOException _) {
      return false;
    }
  }

  private static void requireAll(Workbench bench, int applied) {
    if (applied != bench.rows()) {
      throw new IllegalStateException(
          "%d of %d rows were applied".formatted(applied, bench.rows()));
    }
  }
}
