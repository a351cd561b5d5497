package org.gonghui.insurance.plan;

import static org.gonghui.insurance.plan.PlanProblems.WINDOW_CLOSED;
import static org.gonghui.kit.problem.Problems.illegalTransition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.plan.PlanYearStatus.Intake;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** One year of a plan: its windows, fee, splits and the days that it covers (保障年度). */
public record PlanYear(
    UUID id,
    int version,
    String planCode,
    int year,
    PlanYearStatus status,
    Intake intake,
    LocalDate enrolOpen,
    LocalDate enrolClose,
    DateRange cover,
    Money fee,
    List<Split> splits,
    YearRules rules,
    LocalDate payBy,
    int graceDays,
    String maker,
    @Nullable String checker,
    @Nullable String closingBy) {
  public static final String MEDICAL = "MEDICAL";

  public PlanYear {
    splits.forEach(split -> split.requireAddsUpTo(fee));
    splits = List.copyOf(splits);
  }

  public boolean isBackfill() {
    return intake == Intake.BACKFILL;
  }

  /** The split of a head: marked persons by the union, then by unit type, then the default. */
  public Split splitFor(String unitType, boolean unionPaid) {
    if (unionPaid) {
      return split(Split.UNION_PAID);
    }
    return splits.stream()
        .filter(split -> split.unitTypes().contains(unitType))
        .findFirst()
        .orElseGet(() -> split(Split.DEFAULT));
  }

  public Split split(String code) {
    return splits.stream()
        .filter(split -> split.code().equals(code))
        .findFirst()
        .orElseThrow(() -> PlanProblems.SPLIT_MISSING.because("there is no split %s", code));
  }

  /** The last value date that still buys the whole period. */
  public LocalDate lastPayDay() {
    return payBy.plusDays(graceDays);
  }

  /** The cover that a due completed on a value date buys. */
  public DateRange coverPaidOn(LocalDate valueDate) {
    if (!valueDate.isAfter(lastPayDay())) {
      return cover;
    }
    var from = valueDate.plusDays(1);
    var start = from.isBefore(cover.from()) ? cover.from() : from;
    return new DateRange(start.isAfter(cover.until()) ? cover.until() : start, cover.until());
  }

  /** Whether rosters are accepted on a day: in the window for all, later for new hires only. */
  public void requireTakesRosters(LocalDate day) {
    var open =
        switch (status) {
          case ENROLLING, RUNNING -> !day.isBefore(enrolOpen) && day.isBefore(cover.until());
          case DRAFT, ANNOUNCED, CLAIMS_ONLY, CLOSED -> false;
        };
    if (!open) {
      throw WINDOW_CLOSED.because("rosters of %d are not accepted on %s", year, day);
    }
  }

  public void requireMayBecome(PlanYearStatus next) {
    if (!status.next(intake).contains(next)) {
      throw illegalTransition(status, next, status.next(intake));
    }
  }
}
