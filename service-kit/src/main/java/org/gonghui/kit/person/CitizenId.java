package org.gonghui.kit.person;

import static org.gonghui.kit.problem.ProblemType.invalid;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.gonghui.kit.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * A citizen identification number of GB 11643-1999 (公民身份号码), normalised; it never prints itself in
 * full.
 */
public record CitizenId(String number) {
  public static final ProblemType INVALID_ID =
      invalid("INVALID_CITIZEN_ID", "Not a valid citizen identification number", "公民身份号码无效");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /** What can be wrong with a number. */
  public enum Defect {
    LENGTH,
    FIFTEEN_DIGITS,
    CHECKSUM,
    BIRTH_DATE
  }

  public CitizenId {
    number = normalise(number);
    var defect = defectOf(number);
    if (defect != null) {
      throw INVALID_ID.because("the number has a wrong %s", defect.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Full-width characters become ASCII, spaces go, a lower-case x becomes X. */
  public static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
  }

  /**
   * The first defect of a normalised number, or null when it is sound; that the birth lies in the
   * past is the caller's to check.
   */
  public static @Nullable Defect defectOf(String number) {
    if (number.matches("\\d{15}")) {
      return Defect.FIFTEEN_DIGITS;
    }
    if (!number.matches("\\d{17}[\\dX]")) {
      return Defect.LENGTH;
    }
    if (!isDate(number.substring(6, 14))) {
      return Defect.BIRTH_DATE;
    }
    return CHECKS.charAt(weighted(number) % 11) == number.charAt(17) ? null : Defect.CHECKSUM;
  }

  /** Appends the check character to the first 17 digits. */
  public static CitizenId ofPrefix(String first17) {
    return new CitizenId(first17 + CHECKS.charAt(weighted(first17) % 11));
  }

  public LocalDate birthDate() {
    return dateOf(number.substring(6, 14));
  }

  public String masked() {
    return number.substring(0, 4) + "**********" + number.substring(14);
  }

  @Override
  public String toString() {
    return masked();
  }

  private static int weighted(String number) {
    var sum = 0;
    for (var i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return sum;
  }

  private static boolean isDate(String digits) {
    try {
      return dateOf(digits).getYear() >= 1800;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static LocalDate dateOf(String digits) {
    return LocalDate.of(
        Integer.parseInt(digits.substring(0, 4)),
        Integer.parseInt(digits.substring(4, 6)),
        Integer.parseInt(digits.substring(6)));
  }
}
