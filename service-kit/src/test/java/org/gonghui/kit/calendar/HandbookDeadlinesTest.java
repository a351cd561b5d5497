package org.gonghui.kit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gonghui.kit.calendar.Deadline.Unit;

class HandbookDeadlinesTest {
  private static final WorkingDays CALENDAR = new WorkingDays();
  private static final LocalDate FIRST = LocalDate.of(2004, 1, 1);

  @Example
  void the_worked_examples_of_notices_hold() {
    assertNotice("2017-01-20", "2017-01-26T16:00:00Z");
    assertNotice("2017-09-29", "2017-10-12T16:00:00Z");
    assertThat(fiveWorkingDays("2017-01-23")).isEqualTo("2017-02-04");
    assertThat(fiveWorkingDays("2017-01-25")).isEqualTo("2017-02-07");
    assertThat(fiveWorkingDays("2017-09-30")).isEqualTo("2017-10-13");
    assertThat(fiveWorkingDays("2017-10-16")).isEqualTo("2017-10-23");
  }

  @Example
  void the_worked_examples_of_windows_hold() {
    assertThat(Deadline.days(180).lastDay(LocalDate.of(2017, 12, 20), CALENDAR))
        .isEqualTo("2018-06-18");
    assertThat(Deadline.months(3).lastDay(LocalDate.of(2017, 12, 31), CALENDAR))
        .isEqualTo("2018-03-31");
    assertThat(Deadline.workingDays(7).lastDay(LocalDate.of(2017, 9, 28), CALENDAR))
        .isEqualTo("2017-10-13");
    assertThat(new Deadline(1, Unit.YEAR).lastDay(LocalDate.of(2016, 2, 29), CALENDAR))
        .isEqualTo("2017-02-28");
  }

  @Property
  void as_many_working_days_lie_in_between_as_were_given(
      @ForAll @IntRange(max = 8_000) int day, @ForAll @IntRange(max = 60) int amount) {
    var start = FIRST.plusDays(day);

    var last = Deadline.workingDays(amount).lastDay(start, CALENDAR);

    assertThat(start.plusDays(1).datesUntil(last.plusDays(1)).filter(CALENDAR::isWorkingDay))
        .hasSize(amount);
    assertThat(amount == 0 || CALENDAR.isWorkingDay(last)).isTrue();
  }

  @Property
  void a_longer_deadline_never_ends_earlier(
      @ForAll @IntRange(max = 8_000) int day,
      @ForAll @IntRange(max = 100) int amount,
      @ForAll Unit unit) {
    var start = FIRST.plusDays(day);

    var shorter = new Deadline(amount, unit).endsAt(start, CALENDAR);
    var longer = new Deadline(amount + 1, unit).endsAt(start, CALENDAR);

    assertThat(longer).isAfter(shorter);
    assertThat(shorter).isAfter(start.atStartOfDay(java.time.ZoneOffset.ofHours(8)).toInstant());
  }

  @Property
  void months_keep_the_day_or_end_with_the_month(
      @ForAll @IntRange(max = 8_000) int day, @ForAll @IntRange(max = 240) int amount) {
    var start = FIRST.plusDays(day);

    var last = Deadline.months(amount).lastDay(start, CALENDAR);

    assertThat(last.getDayOfMonth())
        .isEqualTo(Math.min(start.getDayOfMonth(), last.lengthOfMonth()));
  }

  private static void assertNotice(String published, String endsAt) {
    assertThat(Deadline.workingDays(5).endsAt(LocalDate.parse(published), CALENDAR))
        .isEqualTo(Instant.parse(endsAt));
  }

  private static LocalDate fiveWorkingDays(String published) {
    return Deadline.workingDays(5).lastDay(LocalDate.parse(published), CALENDAR);
  }
}
