package org.gonghui.kit.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class CreditCodePropertyTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @Property
  void a_code_with_its_check_character_is_sound(
      @ForAll
          @StringLength(17)
          @Chars({
            '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G',
            'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'T', 'U', 'W', 'X', 'Y'
          })
          String first) {
    var code = CreditCode.ofPrefix(first);

    assertThat(CreditCode.of(code.value().toLowerCase(Locale.ROOT))).isEqualTo(code);
  }

  @Property
  void no_single_wrong_character_passes(
      @ForAll @IntRange(max = 17) int place, @ForAll @IntRange(max = 30) int other) {
    var code = "91350100M000100Y43";
    var wrong = ALPHABET.charAt(other);

    if (code.charAt(place) != wrong) {
      var changed = code.substring(0, place) + wrong + code.substring(place + 1);

      assertThatProblem(() -> CreditCode.of(changed)).is(CreditCode.INVALID_CODE);
    }
  }

  @Example
  void the_examples_of_the_standard_hold() {
    assertThat(CreditCode.of("91350100M000100Y43").value()).isEqualTo("91350100M000100Y43");
    assertThat(CreditCode.of("91330600ma2a000160").value()).isEqualTo("91330600MA2A000160");
    assertThatProblem(() -> CreditCode.of("91350100M000100Y44")).is(CreditCode.INVALID_CODE);
    assertThatProblem(() -> CreditCode.of("91350100I000100Y43")).is(CreditCode.INVALID_CODE);
    assertThatProblem(() -> CreditCode.of("")).is(CreditCode.INVALID_CODE);
  }
}
