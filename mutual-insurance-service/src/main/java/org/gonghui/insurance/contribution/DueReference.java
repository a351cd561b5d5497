package org.gonghui.insurance.contribution;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an employer writes on its transfer: MIC, year, running number and two check digits. */
public record DueReference(String text) {
  private static final Pattern WITHIN = Pattern.compile("(?<![A-Z0-9])MIC(\\d{11})(\\d{2})(?!\\d)");
  private static final String START = "MIC";

  /** The reference of the n-th due of a year, with ISO 7064 MOD 97-10 check digits. */
  public static DueReference of(int year, long sequence) {
    var digits = "%04d%07d".formatted(year, sequence);
    return new DueReference(START + digits + checkDigits(digits));
  }

  /** The valid references in a bank remark, each once, in their order. */
  public static List<DueReference> allIn(String remark) {
    var text = Normalizer.normalize(remark, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    var found = new ArrayList<DueReference>();
    var matcher = WITHIN.matcher(text);
    while (matcher.find()) {
      var reference = new DueReference(matcher.group());
      if (checkDigits(matcher.group(1)).equals(matcher.group(2)) && !found.contains(reference)) {
        found.add(reference);
      }
    }
    return found;
  }

  private static String checkDigits(String digits) {
    return "%02d".formatted(98 - Long.parseLong(digits) * 100 % 97);
  }

  @Override
  public String toString() {
    return text;
  }
}
