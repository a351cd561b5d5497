package org.gonghui.insurance.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.kit.person.CreditCode;

/**
 * Days on which a person's events are covered, half-open; area and employer are those at the start.
 */
public record Cover(
    UUID enrolmentId,
    String planCode,
    int planYear,
    LocalDate from,
    LocalDate until,
    String area,
    CreditCode employer,
    boolean renewed,
    List<Move> moves) {

  public Cover(
      UUID enrolmentId,
      String planCode,
      int planYear,
      LocalDate from,
      LocalDate until,
      String area,
      CreditCode employer,
      boolean renewed) {
    this(enrolmentId, planCode, planYear, from, until, area, employer, renewed, List.of());
  }

  /** A change of employer inside the cover; it counts from its day. */
  public record Move(LocalDate on, CreditCode employer, String area) {}

  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  /** The area of the employer on the decisive date. */
  public String areaOn(LocalDate day) {
    return moves.stream()
        .filter(move -> !move.on().isAfter(day))
        .reduce((_, later) -> later)
        .map(Move::area)
        .orElse(area);
  }

  /** The employer on the decisive date. */
  public CreditCode employerOn(LocalDate day) {
    return moves.stream()
        .filter(move -> !move.on().isAfter(day))
        .reduce((_, later) -> later)
        .map(Move::employer)
        .orElse(employer);
  }
}
