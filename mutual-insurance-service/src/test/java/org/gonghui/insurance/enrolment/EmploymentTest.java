package org.gonghui.insurance.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gonghui.insurance.enrolment.Cover.Move;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.kit.person.CreditCode;
import org.junit.jupiter.api.Test;

class EmploymentTest {
  private static final CreditCode FIRST = CreditCode.ofPrefix("91330600MA0000001");
  private static final CreditCode SECOND = CreditCode.ofPrefix("91330600MA0000002");
  private static final DateRange YEAR = range("2017-01-01", "2018-01-01");

  @Test
  void without_a_move_the_first_employer_holds_the_whole_cover() {
    assertThat(employments(YEAR)).containsExactly(new Employment(FIRST, "330602", YEAR));
  }

  @Test
  void a_move_ends_one_employment_and_begins_the_next_on_the_same_day() {
    assertThat(employments(YEAR, "2017-06-01"))
        .containsExactly(
            new Employment(FIRST, "330602", range("2017-01-01", "2017-06-01")),
            new Employment(SECOND, "330681", range("2017-06-01", "2018-01-01")));
  }

  @Test
  void money_that_came_after_the_move_leaves_nothing_to_the_employer_before() {
    var late = range("2017-08-01", "2018-01-01");

    assertThat(employments(late, "2017-06-01"))
        .containsExactly(new Employment(SECOND, "330681", late));
  }

  @Property(tries = 300)
  void any_moves_give_a_chain_without_gap_or_overlap(
      @ForAll @IntRange(max = 365) int from,
      @ForAll @IntRange(max = 365) int length,
      @ForAll @Size(max = 6) List<@IntRange(max = 800) Integer> days) {
    var start = LocalDate.of(2016, 6, 1).plusDays(from);
    var cover = new DateRange(start, start.plusDays(length));
    var moves =
        days.stream().sorted().map(day -> LocalDate.of(2016, 1, 1).plusDays(day).toString());

    var chain = employments(cover, moves.toArray(String[]::new));

    assertThat(chain.getFirst().during().from()).isEqualTo(cover.from());
    assertThat(chain.getLast().during().until()).isEqualTo(cover.until());
    for (var i = 1; i < chain.size(); i++) {
      assertThat(chain.get(i).during().from()).isEqualTo(chain.get(i - 1).during().until());
    }
  }

  private static List<Employment> employments(DateRange cover, String... moves) {
    return Employment.of(
        cover,
        FIRST,
        "330602",
        List.of(moves).stream()
            .map(day -> new Move(LocalDate.parse(day), SECOND, "330681"))
            .toList());
  }

  private static DateRange range(String from, String until) {
    return new DateRange(LocalDate.parse(from), LocalDate.parse(until));
  }
}
