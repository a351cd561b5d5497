package org.gonghui.kit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.calendar.Deadline.days;
import static org.gonghui.kit.calendar.Deadline.months;
import static org.gonghui.kit.calendar.Deadline.workingDays;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final WorkingDays CALENDAR = new WorkingDays();

  @Test
  void the_start_day_does_not_count() {
    assertThat(days(180).lastDay(LocalDate.of(2017, 12, 20), CALENDAR)).isEqualTo("2018-06-18");
  }

  @Test
  void months_end_on_the_months_last_day_where_there_is_no_such_day() {
    assertThat(months(3).lastDay(LocalDate.of(2017, 12, 31), CALENDAR)).isEqualTo("2018-03-31");
    assertThat(months(1).lastDay(LocalDate.of(2017, 1, 31), CALENDAR)).isEqualTo("2017-02-28");
  }

  @Test
  void the_last_day_ends_at_midnight_in_shanghai() {
    assertThat(days(1).endsAt(LocalDate.of(2017, 5, 31), CALENDAR))
        .isEqualTo(Instant.parse("2017-06-01T16:00:00Z"));
  }

  @Test
  void the_spring_festival_is_not_worked_and_its_make_up_days_are() {
    assertThat(CALENDAR.isWorkingDay(LocalDate.of(2017, 1, 27))).isFalse();
    assertThat(CALENDAR.isWorkingDay(LocalDate.of(2017, 1, 22))).as("a Sunday").isTrue();
    assertThat(workingDays(1).lastDay(LocalDate.of(2017, 1, 26), CALENDAR)).isEqualTo("2017-02-03");
  }

  @Test
  void a_deadline_of_no_days_ends_with_its_start_day() {
    assertThat(days(0).lastDay(LocalDate.of(2017, 1, 1), CALENDAR)).isEqualTo("2017-01-01");
  }
}
