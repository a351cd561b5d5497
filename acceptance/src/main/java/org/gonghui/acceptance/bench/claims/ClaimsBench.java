package org.gonghui.acceptance.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gonghui.acceptance.demo.OpeningYear;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.measure.Latencies;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Parallel;

/** Settlements that become decided claims, beside the same rows inserted bare. */
final class ClaimsBench implements Benchmark {
  private static final int MOST = 2_000;
  private static final int LINES = 50;
  private static final int CALLERS = 4;
  private static final double GOAL = 0.6;
  private static final String DATABASE = "mutual_insurance";

  @Override
  public String name() {
    return "claims";
  }

  @Override
  public List<Result> run(Workbench bench) {
    var town = new BenchTown(bench);
    town.settle();
    var claims = Math.min(Math.min(MOST, bench.rows()), town.members()) / LINES * LINES;
    send(bench, town, "warm", LINES * CALLERS);
    var rows = NewRows.from(bench.database(DATABASE));
    var start = System.nanoTime();
    send(bench, town, "run", claims);
    var perSecond = claims / (Latencies.since(start).toNanos() / 1e9);
    var bare = new BareInserts(bench, rows.sinceThen()).perSecond(claims, CALLERS);
    return List.of(
        Result.against(
                name(),
                "claims/s",
                perSecond,
                bare,
                ">= 0.6 x the same rows inserted bare",
                perSecond >= GOAL * bare,
                claims)
            .and("rowsByTable", rows.counts())
            .and("connections", CALLERS));
  }

  private static void send(Workbench bench, BenchTown town, String part, int claims) {
    Parallel.each(
        CALLERS,
        IntStream.range(0, claims / LINES).boxed(),
        batch -> {
          var lines =
              IntStream.range(batch * LINES, (batch + 1) * LINES)
                  .mapToObj(i -> settlement(bench, town, part, i))
                  .collect(Collectors.joining("\n"));
          var answer =
              bench
                  .gateway()
                  .require(
                      Call.post(Caller.HOSPITAL, Stage.API + "/settlement-batches")
                          .content("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8)));
          if (answer.json().path("accepted").asInt() != LINES) {
            throw new IllegalStateException("not all were taken: " + answer.text());
          }
        });
  }

  private static String settlement(Workbench bench, BenchTown town, String part, int i) {
    var number = "%s-%s-%d".formatted(bench.runId(), part, i);
    var month = part.equals("run") ? "05" : "09";
    var stay =
        Body.of(
            "providerCode",
            OpeningYear.HOSPITAL,
            "invoiceNo",
            number,
            "admittedOn",
            BenchTown.YEAR + "-" + month + "-02",
            "dischargedOn",
            BenchTown.YEAR + "-" + month + "-09",
            "diagnoses",
            List.of("J18.9"),
            "totalCost",
            "12000.00",
            "fundPaid",
            "7400.00",
            "inListSelfPaid",
            "3800.00",
            "offListSelfPaid",
            "800.00");
    return Body.of(
            "settlementNo",
            number,
            "idNumber",
            town.idNumber(i),
            "stay",
            stay,
            "declaredAt",
            BenchTown.YEAR + "-" + month + "-20T02:00:00Z")
        .toString();
  }
}
