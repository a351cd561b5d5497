package org.gonghui.kit.calendar;

import static org.gonghui.kit.problem.ProblemType.invalid;

import java.time.Instant;
import java.time.LocalDate;
import org.gonghui.kit.problem.ProblemType;
import org.gonghui.kit.time.ClockProducer;

/**
 * How long somebody has: the start day does not count, and the last day ends at 24:00 in the
 * federation's zone.
 */
public record Deadline(int amount, Unit unit) {
  private static final ProblemType INVALID_DEADLINE =
      invalid("INVALID_DEADLINE", "Not a deadline", "期限无效");
  private static final int MOST = 36_500;

  /** What is counted. */
  public enum Unit {
    CALENDAR_DAY,
    WORKING_DAY,
    MONTH,
    YEAR
  }

  public Deadline {
    if (amount < 0 || amount > MOST) {
      throw INVALID_DEADLINE.because("a deadline is 0 to %d units long", MOST);
    }
  }

  public static Deadline days(int amount) {
    return new Deadline(amount, Unit.CALENDAR_DAY);
  }

  public static Deadline workingDays(int amount) {
    return new Deadline(amount, Unit.WORKING_DAY);
  }

  public static Deadline months(int amount) {
    return new Deadline(amount, Unit.MONTH);
  }

  /**
   * The last day on which it is kept; a month or year ends on the same day number, or on the
   * month's last day.
   */
  public LocalDate lastDay(LocalDate start, WorkingDays calendar) {
    return switch (unit) {
      case CALENDAR_DAY -> start.plusDays(amount);
      case WORKING_DAY -> calendar.after(start, amount);
      case MONTH -> start.plusMonths(amount);
      case YEAR -> start.plusYears(amount);
    };
  }

  /** The instant from which it is missed: 24:00 of the last day. */
  public Instant endsAt(LocalDate start, WorkingDays calendar) {
    return lastDay(start, calendar).plusDays(1).atStartOfDay(ClockProducer.ZONE).toInstant();
  }
}
