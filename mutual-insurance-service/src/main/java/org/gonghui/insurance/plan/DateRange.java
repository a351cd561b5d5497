package org.gonghui.insurance.plan;

import static org.gonghui.kit.problem.ProblemType.invalid;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.gonghui.kit.problem.ProblemType;

/** Days from the first to before the last, half-open: {@code [2017-01-01, 2018-01-01)}. */
public record DateRange(LocalDate from, LocalDate until) {
  public static final ProblemType INVALID_PERIOD =
      invalid("INVALID_PERIOD", "The period ends before it starts", "期间起止日期有误");

  public DateRange {
    if (until.isBefore(from)) {
      throw INVALID_PERIOD.because("a period ends on or after its first day");
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  @JsonIgnore
  public boolean isEmpty() {
    return from.equals(until);
  }

  public boolean overlaps(DateRange other) {
    return !isEmpty()
        && !other.isEmpty()
        && from.isBefore(other.until)
        && other.from.isBefore(until);
  }

  public LocalDate lastDay() {
    return until.minusDays(1);
  }

  @Override
  public String toString() {
    return "[%s, %s)".formatted(from, until);
  }
}
