package org.gonghui.kit.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gonghui.kit.person.CitizenId.Defect;

class CitizenIdPropertyTest {
  private static final String DIGITS = "0123456789X";

  @Property
  void a_number_with_its_check_character_is_sound(
      @ForAll @IntRange(min = 100_000, max = 999_999) int area,
      @ForAll @IntRange(max = 73_000) int day,
      @ForAll @IntRange(max = 999) int sequence) {
    var id = idOf(area, day, sequence);

    assertThat(CitizenId.defectOf(id.number())).isNull();
    assertThat(new CitizenId(id.number().toLowerCase(java.util.Locale.ROOT))).isEqualTo(id);
    assertThat(id.birthDate()).isEqualTo(LocalDate.of(1850, 1, 1).plusDays(day));
    assertThat(id.toString()).doesNotContain(id.number().substring(6, 14));
  }

  @Property
  void no_single_wrong_character_passes(
      @ForAll @IntRange(max = 20_000) int day,
      @ForAll @IntRange(max = 999) int sequence,
      @ForAll @IntRange(max = 17) int place,
      @ForAll @IntRange(max = 10) int other) {
    var number = idOf(339_999, day, sequence).number();
    var wrong = DIGITS.charAt(other);

    if (number.charAt(place) != wrong) {
      var changed = number.substring(0, place) + wrong + number.substring(place + 1);

      assertThat(CitizenId.defectOf(changed)).isNotNull();
    }
  }

  @Property
  void no_two_neighbours_can_be_swapped(
      @ForAll @IntRange(max = 20_000) int day,
      @ForAll @IntRange(max = 999) int sequence,
      @ForAll @IntRange(max = 16) int place) {
    var number = idOf(339_999, day, sequence).number();
    var swapped = new StringBuilder(number);
    swapped.setCharAt(place, number.charAt(place + 1));
    swapped.setCharAt(place + 1, number.charAt(place));

    if (!swapped.toString().equals(number)) {
      assertThat(CitizenId.defectOf(swapped.toString())).isNotNull();
    }
  }

  @Example
  void the_examples_of_the_standard_hold() {
    assertThat(new CitizenId("11010519491231002x").number()).isEqualTo("11010519491231002X");
    assertThat(new CitizenId(" １１０１０５１９４９１２３１００２Ｘ ").masked()).isEqualTo("1101**********002X");
    assertThat(CitizenId.defectOf("110105194912310021")).isEqualTo(Defect.CHECKSUM);
    assertThat(CitizenId.defectOf("110105490231002")).isEqualTo(Defect.FIFTEEN_DIGITS);
    assertThat(CitizenId.defectOf("11010519490231002X")).isEqualTo(Defect.BIRTH_DATE);
    assertThat(CitizenId.defectOf("3.39999E+17")).isEqualTo(Defect.LENGTH);
    assertThatProblem(() -> new CitizenId("110105194912310021")).is(CitizenId.INVALID_ID);
  }

  private static CitizenId idOf(int area, int day, int sequence) {
    var born = LocalDate.of(1850, 1, 1).plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE);
    return CitizenId.ofPrefix("%06d%s%03d".formatted(area, born, sequence));
  }
}
