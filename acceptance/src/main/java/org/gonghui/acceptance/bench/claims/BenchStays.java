package org.gonghui.acceptance.bench.claims;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.bench.BenchTown;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.demo.OpeningYear;
import org.gonghui.acceptance.platform.Body;

/**
 * Settlements that policy approves: every person has at most one stay a week, each with a total of
 * its own, so that none looks like another, also when the benchmark is repeated.
 */
public final class BenchStays {
  private static final int WEEKS = 40;
  private static final int DAYS = 7;
  private static final int TOLD_AFTER_DAYS = 10;
  private static final long TOTAL = 1_200_000;
  private static final long FUND = 740_000;
  private final BenchTown town;
  private final String runId;
  private final AtomicInteger next;

  private BenchStays(BenchTown town, String runId, int first) {
    this.town = town;
    this.runId = runId;
    next = new AtomicInteger(first);
  }

  /** Goes on after the stays that earlier runs have sent. */
  public static BenchStays after(Workbench bench, BenchTown town) {
    try (var database = bench.database("mutual_insurance");
        var query =
            database.prepareStatement(
                """
                select coalesce(max(substring(settlement_no from '-(\\d+)$')::int) + 1, 0)
                from settlement where plan_year = ?
                """)) {
      query.setInt(1, BenchTown.YEAR);
      try (var answer = query.executeQuery()) {
        answer.next();
        return new BenchStays(town, bench.runId(), answer.getInt(1));
      }
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** The next person's next stay. */
  public String next() {
    var number = next.getAndIncrement();
    var week = number / town.members() % WEEKS;
    return settlement(number, town.idNumber(number), week).toString();
  }

  /** One more stay of one and the same person. */
  String nextOf(int person) {
    var number = next.getAndIncrement();
    return settlement(number, town.idNumber(person), number % WEEKS).toString();
  }

  int position() {
    return next.get();
  }

  private ObjectNode settlement(int number, String idNumber, int week) {
    var admitted = LocalDate.of(BenchTown.YEAR, 2, 4).plusDays((long) DAYS * week);
    var settlementNo = "%s-%d".formatted(runId, number);
    var stay =
        Body.of(
            "providerCode",
            OpeningYear.HOSPITAL,
            "invoiceNo",
            settlementNo,
            "admittedOn",
            admitted,
            "dischargedOn",
            admitted.plusDays(2),
            "diagnoses",
            List.of("J18.9"),
            "totalCost",
            new Fen(TOTAL + number),
            "fundPaid",
            new Fen(FUND + number),
            "inListSelfPaid",
            "3800.00",
            "offListSelfPaid",
            "800.00");
    return Body.of(
        "settlementNo",
        settlementNo,
        "idNumber",
        idNumber,
        "stay",
        stay,
        "declaredAt",
        admitted.plusDays(TOLD_AFTER_DAYS) + "T02:00:00Z");
  }
}
