package org.gonghui.kit.person;

import static org.gonghui.kit.problem.ProblemType.invalid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gonghui.kit.problem.ProblemType;

/** A unified social credit code of GB 32100-2015 (统一社会信用代码), normalised. */
@Schema(
    type = SchemaType.STRING,
    description = "A unified social credit code (GB 32100-2015)",
    pattern = "^[0-9A-HJ-NP-RTUW-Y]{18}$",
    maxLength = 18,
    examples = "91330600MA2A000160")
public record CreditCode(String value) {
  public static final ProblemType INVALID_CODE =
      invalid("INVALID_CREDIT_CODE", "Not a valid unified social credit code", "统一社会信用代码无效");
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  public CreditCode {
    value = Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    if (!isValid(value)) {
      throw INVALID_CODE.because("the code has a wrong length, character or check character");
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static CreditCode of(String text) {
    return new CreditCode(text);
  }

  /** Appends the check character to the first 17. */
  public static CreditCode ofPrefix(String first17) {
    return new CreditCode(first17 + checkOf(first17));
  }

  @JsonValue
  @Override
  public String toString() {
    return value;
  }

  private static boolean isValid(String code) {
    return code.length() == 18
        && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && checkOf(code) == code.charAt(17);
  }

  private static char checkOf(String code) {
    var sum = 0;
    for (var i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
