package org.gonghui.kit.calendar;

import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The State Council's public holidays and make-up working days; a year it does not know counts
 * weekdays alone.
 */
@Singleton
public class WorkingDays {
  private final Set<LocalDate> holidays = new HashSet<>();
  private final Set<LocalDate> makeUpDays = new HashSet<>();

  public WorkingDays() {
    var file =
        Objects.requireNonNull(WorkingDays.class.getResourceAsStream("cn-public-holidays.csv"));
    try (var rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (var row : rows) {
        var days = row.getField("kind").equals("HOLIDAY") ? holidays : makeUpDays;
        days.add(LocalDate.parse(row.getField("date")));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public boolean isWorkingDay(LocalDate day) {
    if (holidays.contains(day)) {
      return false;
    }
    return makeUpDays.contains(day)
        || (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
  }

  /** The n-th working day after a day, which itself is not counted. */
  public LocalDate after(LocalDate start, int workingDays) {
    var day = start;
    for (var left = workingDays; left > 0; ) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }
}
