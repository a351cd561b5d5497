package org.gonghui.acceptance.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.gonghui.acceptance.city.Stay;

/** Month by month: stays are told, claims filed, people decide, the bank pays. */
final class Year implements Act {
  private static final LocalDate LAST_BANK_DAY = LocalDate.of(2017, 12, 29);

  @Override
  public String title() {
    return "Play the year";
  }

  @Override
  public int steps(Stage stage) {
    return stage.city().scale().allClaims();
  }

  @Override
  public void play(Stage stage, Steps steps) {
    for (var month = 1; month <= 12; month++) {
      play(stage, YearMonth.of(stage.year(), month), steps);
    }
  }

  private static void play(Stage stage, YearMonth month, Steps steps) {
    var filing = new Filing(stage);
    new Settling(stage).report(stays(stage, month, Stay::bySettlement), steps);
    filing.fileStays(stays(stage, month, stay -> !stay.bySettlement()), steps);
    filing.fileIllnesses(
        stage.city().illnesses().stream()
            .filter(illness -> isIn(month, Filing.toldOn(illness)))
            .toList(),
        steps);
    filing.fileDeaths(
        stage.city().deaths().stream().filter(death -> isIn(month, Filing.toldOn(death))).toList(),
        steps);
    new Reviewing(stage).decideAll();
    new Paying(stage).payAll(month.toString(), bankDay(month));
  }

  private static List<Stay> stays(Stage stage, YearMonth month, Predicate<Stay> way) {
    return stage.city().stays().stream()
        .filter(way)
        .filter(stay -> isIn(month, Claimed.toldOn(stay)))
        .toList();
  }

  private static boolean isIn(YearMonth month, LocalDate day) {
    return YearMonth.from(day).equals(month);
  }

  private static LocalDate bankDay(YearMonth month) {
    var last = month.atEndOfMonth();
    return last.isAfter(LAST_BANK_DAY) ? LAST_BANK_DAY : last;
  }
}
