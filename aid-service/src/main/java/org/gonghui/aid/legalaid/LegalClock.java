package org.gonghui.aid.legalaid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.kit.calendar.Deadline;
import org.gonghui.kit.calendar.WorkingDays;

/**
 * How long the law gives, from which event, and whether a last day on a holiday moves to the day
 * after it (民法典 §203).
 */
public record LegalClock(Deadline deadline, String fromEvent, boolean movesPastHolidays) {

  /** What the law sets a time for. */
  public enum Name {
    DECISION,
    ASSIGNMENT,
    MISSING_PAPERS,
    CLOSING_REPORT,
    MEDIATION,
    ARBITRATION_LIMIT,
    ARBITRATION_ACCEPTANCE,
    AWARD,
    SIMPLIFIED_AWARD,
    LAWSUIT;

    String policy() {
      return "aid.clock." + name();
    }
  }

  /** The last day, and each day between that did not count. */
  public LastDay from(LocalDate start, WorkingDays calendar) {
    var nominal = deadline.lastDay(start, calendar);
    var last = nominal;
    var skipped = new ArrayList<LocalDate>();
    if (deadline.unit() == Deadline.Unit.WORKING_DAY) {
      start
          .plusDays(1)
          .datesUntil(nominal)
          .filter(day -> !calendar.isWorkingDay(day))
          .forEach(skipped::add);
    }
    while (movesPastHolidays && !calendar.isWorkingDay(last)) {
      skipped.add(last);
      last = last.plusDays(1);
    }
    return new LastDay(start, nominal, last, List.copyOf(skipped));
  }

  /** When a time ends: {@code nominal} as counted, {@code day} after moving past a holiday. */
  public record LastDay(
      LocalDate start, LocalDate nominal, LocalDate day, List<LocalDate> skipped) {}
}
