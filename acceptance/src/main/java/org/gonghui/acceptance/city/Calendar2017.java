package org.gonghui.acceptance.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** When people fall ill: stays of one person never touch, newcomers stay well while they wait. */
final class Calendar2017 {
  static final LocalDate FIRST_ADMISSION = LocalDate.of(2017, 1, 5);
  static final LocalDate FIRST_OF_NEWCOMERS = LocalDate.of(2017, 2, 1);
  static final LocalDate LAST_ADMISSION = LocalDate.of(2017, 11, 30);
  static final LocalDate CRITICAL_OF_NEWCOMERS = LocalDate.of(2017, 6, 30);
  private static final int LONGEST_STAY = 14;
  private static final int SHORTEST_STAY = 3;

  /** Days between two stays of a person, so that none looks like the same stay told twice. */
  private static final int GAP = 7;

  private Calendar2017() {}

  record Span(LocalDate from, LocalDate until) {}

  static List<Span> stays(RandomGenerator lot, int count, boolean newcomer) {
    var first = newcomer ? FIRST_OF_NEWCOMERS : FIRST_ADMISSION;
    var days = (int) (LAST_ADMISSION.toEpochDay() - first.toEpochDay()) + 1;
    var room = days / count;
    var spans = new ArrayList<Span>();
    for (var k = 0; k < count; k++) {
      var slack = k == count - 1 ? room : room - LONGEST_STAY - GAP;
      var admitted = first.plusDays((long) k * room + lot.nextInt(slack));
      spans.add(
          new Span(admitted, admitted.plusDays(lot.nextInt(SHORTEST_STAY, LONGEST_STAY + 1))));
    }
    return spans;
  }

  static LocalDate day(RandomGenerator lot, LocalDate from) {
    return from.plusDays(lot.nextInt((int) (LAST_ADMISSION.toEpochDay() - from.toEpochDay()) + 1));
  }
}
