package org.gonghui.aid.jobaid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gonghui.aid.jobaid.Seekers.Count;
import org.gonghui.aid.jobaid.Seekers.Seeker;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeekersTest {
  private static final Seekers THREE =
      new Seekers(
          List.of(
              seeker("a", "330602001", "2017-02-01"),
              seeker("b", "330602002", null),
              seeker("c", "330681001", "2017-03-01")));

  @Test
  void towns_add_up_to_counties_and_these_to_the_city() {
    assertThat(THREE.byArea("3306"))
        .containsExactly(
            new Count("3306", 3, 2),
            new Count("330602", 2, 1),
            new Count("330602001", 1, 1),
            new Count("330602002", 1, 0),
            new Count("330681", 1, 1),
            new Count("330681001", 1, 1));
  }

  @Test
  void nothing_above_the_area_that_was_asked_for_is_shown() {
    var ofOneCounty = new Seekers(THREE.all().subList(2, 3));

    assertThat(ofOneCounty.byArea("330681"))
        .containsExactly(new Count("330681", 1, 1), new Count("330681001", 1, 1));
  }

  private static Seeker seeker(String letter, String area, @Nullable String placedOn) {
    return new Seeker(
        new PersonKey(letter.repeat(43)),
        area,
        placedOn == null ? null : LocalDate.parse(placedOn));
  }
}
