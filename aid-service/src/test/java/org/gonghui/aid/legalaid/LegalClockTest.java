package org.gonghui.aid.legalaid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gonghui.kit.calendar.Deadline;
import org.gonghui.kit.calendar.WorkingDays;
import org.junit.jupiter.api.Test;

class LegalClockTest {
  private final WorkingDays calendar = new WorkingDays();

  @Test
  void seven_working_days_skip_the_national_holiday_and_count_a_make_up_saturday() {
    var last = clock(Deadline.workingDays(7)).from(day("2017-09-28"), calendar);

    assertThat(last.day()).isEqualTo("2017-10-13");
    assertThat(last.skipped())
        .containsExactlyElementsOf(day("2017-10-01").datesUntil(day("2017-10-09")).toList());
  }

  @Test
  void a_last_day_on_a_holiday_moves_to_the_make_up_day_after_it() {
    var last = clock(Deadline.days(7)).from(day("2023-09-28"), calendar);

    assertThat(last.nominal()).isEqualTo("2023-10-05");
    assertThat(last.day()).isEqualTo("2023-10-07");
    assertThat(last.skipped()).containsExactly(day("2023-10-05"), day("2023-10-06"));
  }

  @Test
  void the_time_to_sue_ends_after_the_holiday() {
    var last = clock(Deadline.days(15)).from(day("2017-09-20"), calendar);

    assertThat(last.nominal()).isEqualTo("2017-10-05");
    assertThat(last.day()).isEqualTo("2017-10-09");
  }

  @Test
  void a_year_from_the_leap_day_ends_with_february() {
    var last = clock(new Deadline(1, Deadline.Unit.YEAR)).from(day("2016-02-29"), calendar);

    assertThat(last.day()).isEqualTo("2017-02-28");
  }

  private static LegalClock clock(Deadline deadline) {
    return new LegalClock(deadline, "an event", true);
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
