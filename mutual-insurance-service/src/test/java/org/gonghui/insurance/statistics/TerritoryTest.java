package org.gonghui.insurance.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gonghui.kit.area.Areas;
import org.junit.jupiter.api.Test;

class TerritoryTest {
  private static final LocalDate LATER = LocalDate.of(2020, 1, 1);
  private static final Areas AREAS = Areas.shaoxing();

  @Test
  void a_merged_town_has_joined_its_successor() {
    assertThat(Territory.on(LATER, "330604007", AREAS).joined()).containsExactly("330604113");
  }

  @Test
  void a_town_that_went_to_another_county_counts_there_and_no_longer_here() {
    var here = Territory.on(LATER, "330604", AREAS);
    var there = Territory.on(LATER, "330602", AREAS);

    assertThat(here.left()).contains("330604114", "330604008");
    assertThat(there.joined()).contains("330604114", "330604008");
    assertThat(there.left()).isEmpty();
  }

  @Test
  void the_city_is_the_same_by_the_codes_of_any_day() {
    var city = Territory.on(LATER, "3306", AREAS);

    assertThat(city.joined()).isEmpty();
    assertThat(city.left()).isEmpty();
    assertThat(city.where("area")).isEqualTo("area like ?");
  }
}
