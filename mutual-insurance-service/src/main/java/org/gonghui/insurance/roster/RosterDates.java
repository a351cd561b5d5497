package org.gonghui.insurance.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The three ways in which a date may be written; nothing else is guessed. */
final class RosterDates {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-(\\d{2})-(\\d{2})|/(\\d{1,2})/(\\d{1,2})|(\\d{2})(\\d{2}))");

  private RosterDates() {}

  static Optional<LocalDate> parse(String text) {
    var match = DATE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    for (var month = 2; month <= 6; month += 2) {
      if (match.group(month) != null) {
        return date(match.group(1), match.group(month), match.group(month + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
