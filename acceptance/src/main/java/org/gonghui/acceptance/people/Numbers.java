package org.gonghui.acceptance.people;

/** Official numbers with their check characters; people carry the reserved area 339999. */
public final class Numbers {
  private static final String PERSON_PREFIX = "339999";
  private static final int[] PERSON_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String PERSON_CHECKS = "10X98765432";
  private static final int[] CODE_WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private Numbers() {}

  /** A citizen id of GB 11643-1999. */
  public static String citizenId(String birthDate, int sequence) {
    var digits = PERSON_PREFIX + birthDate + "%03d".formatted(sequence);
    var sum = 0;
    for (var i = 0; i < PERSON_WEIGHTS.length; i++) {
      sum += PERSON_WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return digits + PERSON_CHECKS.charAt(sum % 11);
  }

  /** A unified social credit code of GB 32100-2015 for a company of the county. */
  public static String creditCode(String county, int sequence) {
    var body = "91" + county + "MAC%06d".formatted(sequence);
    var sum = 0;
    for (var i = 0; i < CODE_WEIGHTS.length; i++) {
      sum += CODE_WEIGHTS[i] * CODE_ALPHABET.indexOf(body.charAt(i));
    }
    return body + CODE_ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** A bank card number with its Luhn digit. */
  public static String card(String issuer, long sequence) {
    var body = issuer + "%012d".formatted(sequence);
    var sum = 0;
    for (var i = 0; i < body.length(); i++) {
      var digit = body.charAt(body.length() - 1 - i) - '0';
      var doubled = digit * 2;
      sum += i % 2 == 1 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return body + (10 - sum % 10) % 10;
  }
}
