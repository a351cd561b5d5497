package org.gonghui.kit.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AreasTest {
  private static final LocalDate IN_2017 = LocalDate.of(2017, 6, 1);
  private static final LocalDate IN_2020 = LocalDate.of(2020, 6, 1);

  private final Areas areas = Areas.shaoxing();

  @Test
  void the_city_had_118_towns_in_2017_and_103_from_2020() {
    assertThat(areas.listTowns("3306", IN_2017)).hasSize(118);
    assertThat(areas.listTowns("3306", IN_2020)).hasSize(103);
  }

  @Test
  void a_county_lists_only_its_own_towns() {
    assertThat(areas.listTowns("330602", IN_2017))
        .isNotEmpty()
        .allMatch(town -> town.code().startsWith("330602"));
  }

  @Test
  void an_area_comes_with_all_below_it() {
    var county = areas.listBelow("330602", IN_2017);

    assertThat(county.getFirst().name()).isEqualTo("越城区");
    assertThat(county).hasSize(1 + areas.listTowns("330602", IN_2017).size());
    assertThat(areas.listBelow("", IN_2017)).contains(county.getFirst());
  }

  @Test
  void a_code_of_the_past_is_followed_to_its_successor() {
    assertThat(areas.currentCode("330683004", IN_2017)).isEqualTo("330683004");
    assertThat(areas.currentCode("330683004", IN_2020)).isEqualTo("330683005");
  }

  @Test
  void a_merged_town_is_unknown_after_its_end() {
    assertThat(areas.requireOn("330602003", IN_2017).name()).isEqualTo("蕺山街道");
    assertThatProblem(() -> areas.requireOn("330602003", IN_2020)).is(Areas.UNKNOWN_AREA);
  }
}
