package org.gonghui.kit.person;

/** How personal data is shown to those who need not know it. */
public final class Masking {
  private static final String STAR = "*";

  private Masking() {}

  /** 王小明 becomes 王*明, 王明 becomes 王*; a single character is hidden. */
  public static String name(String name) {
    var points = name.strip().codePoints().toArray();
    if (points.length < 2) {
      return STAR;
    }
    var first = new String(points, 0, 1);
    return points.length == 2
        ? first + STAR
        : first + STAR.repeat(points.length - 2) + new String(points, points.length - 1, 1);
  }

  /** 3306**********1234, whatever its length. */
  public static String idNumber(String number) {
    return ends(number, 4, 4);
  }

  /** 138****5678. */
  public static String phone(String number) {
    return ends(number, 3, 4);
  }

  /** ************1234. */
  public static String account(String number) {
    return ends(number, 0, 4);
  }

  /** Shows both ends, unless that would be more than half of it. */
  private static String ends(String text, int first, int last) {
    var hidden = text.length() - first - last;
    if (hidden < (first + last) / 2) {
      return STAR.repeat(text.length());
    }
    return text.substring(0, first) + STAR.repeat(hidden) + text.substring(text.length() - last);
  }
}
