package org.gonghui.insurance.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.insurance.enrolment.Cover.Move;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.kit.person.CreditCode;

/** The days of a cover that somebody spent with one employer. */
public record Employment(CreditCode employer, String area, DateRange during) {

  /**
   * The chain from the first employer over all moves: without gap or overlap, and never empty. A
   * move before the first day, as late money makes it, leaves nothing to the employer before.
   */
  static List<Employment> of(DateRange cover, CreditCode first, String area, List<Move> moves) {
    var chain = new ArrayList<Employment>();
    var current = new Employment(first, area, cover);
    for (var move : moves) {
      var day = inside(cover, move.on());
      if (day.isAfter(current.during().from())) {
        chain.add(current.until(day));
      }
      current = new Employment(move.employer(), move.area(), new DateRange(day, cover.until()));
    }
    if (chain.isEmpty() || !current.during().isEmpty()) {
      chain.add(current);
    }
    return chain;
  }

  private Employment until(LocalDate day) {
    return new Employment(employer, area, new DateRange(during.from(), day));
  }

  private static LocalDate inside(DateRange cover, LocalDate day) {
    if (day.isBefore(cover.from())) {
      return cover.from();
    }
    return day.isAfter(cover.until()) ? cover.until() : day;
  }
}
