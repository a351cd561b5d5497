package org.gonghui.acceptance.city;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.people.CityScale;
import org.gonghui.acceptance.people.Counties;
import org.gonghui.acceptance.people.Employer;
import org.gonghui.acceptance.people.Numbers;
import org.gonghui.acceptance.people.Towns;
import org.junit.jupiter.api.Test;

class CityTest {
  private static final City WHOLE = City.of(2017, CityScale.of("1"));
  private static final City SMALL = City.of(2017, CityScale.of("0.02"));

  @Test
  void the_benefits_have_the_published_quantiles_and_sum() {
    var benefits = WHOLE.stays().stream().map(Stay::benefit).sorted().toList();

    assertThat(benefits).hasSize(12_866);
    assertThat(sum(benefits)).hasToString("24933000.00");
    assertThat(benefits.getFirst()).hasToString("36.91");
    assertThat(quantile(benefits, 50)).hasToString("1292.87");
    assertThat(quantile(benefits, 90)).hasToString("4096.83");
    assertThat(quantile(benefits, 95)).hasToString("5680.33");
    assertThat(quantile(benefits, 99)).hasToString("10495.11");
    assertThat(benefits.getLast()).hasToString("45284.11");
  }

  @Test
  void every_bill_gives_exactly_its_benefit_and_no_smaller_one_does() {
    assertThat(WHOLE.stays())
        .allSatisfy(
            stay -> {
              var less =
                  new HospitalBill(stay.bill().inList().minus(new Fen(1)), Fen.ZERO, Fen.ZERO);
              assertThat(stay.bill().benefit()).isEqualTo(stay.benefit());
              assertThat(less.benefit()).isLessThan(stay.benefit());
            });
  }

  @Test
  void the_grid_has_the_published_number_of_large_benefits_and_leads() {
    var rest = Fen.yuan(30_000).minus(new Fen(1));

    assertThat(WHOLE.stays()).filteredOn(s -> s.benefit().isAbove(Fen.yuan(10_000))).hasSize(148);
    assertThat(WHOLE.stays())
        .filteredOn(s -> s.benefit().isAbove(Fen.yuan(20_000).minus(new Fen(1))))
        .hasSize(15);
    assertThat(WHOLE.stays())
        .filteredOn(s -> s.bill().outOfPocket().minus(s.benefit()).isAbove(rest))
        .hasSize(3);
  }

  @Test
  void people_have_one_two_or_three_stays_that_never_touch() {
    var byPerson = WHOLE.stays().stream().collect(groupingBy(Stay::member));

    var people = byPerson.values().stream().collect(groupingBy(List::size, counting()));

    assertThat(people).containsOnly(entry(1, 10_000), entry(2, 1_184), entry(3, 166));
    assertThat(byPerson.values()).filteredOn(stays -> stays.size() > 1).allSatisfy(CityTest::apart);
  }

  @Test
  void every_county_has_its_published_share() {
    assertThat(perCounty(WHOLE.stays(), Stay::county))
        .containsExactly(3088L, 2573L, 2187L, 901L, 2702L, 1415L);
    assertThat(perCounty(WHOLE.deaths(), Death::county))
        .containsExactly(34L, 29L, 24L, 10L, 30L, 16L);
    assertThat(perCounty(WHOLE.illnesses(), Illness::county))
        .containsExactly(22L, 19L, 16L, 6L, 20L, 10L);
    assertThat(Counties.CODES.stream().map(CityTest::membersOf))
        .containsExactly(102_360, 85_300, 72_505, 29_855, 89_565, 46_915);
  }

  @Test
  void employers_average_a_hundred_members_and_lie_in_towns_of_2017() {
    var sizes = WHOLE.employers().stream().map(Employer::headcount).sorted().toList();

    assertThat(sizes).hasSize(4_265);
    assertThat(sizes.stream().mapToInt(size -> size).average().orElseThrow()).isEqualTo(100.0);
    assertThat(sizes.get(2_132)).as("the median lies well below the mean").isLessThan(70);
    assertThat(new Towns().all()).hasSize(118);
    assertThat(WHOLE.employers()).allMatch(e -> new Towns().all().contains(e.town()));
  }

  @Test
  void newcomers_are_a_tenth_and_stay_well_while_they_wait() {
    var newcomers =
        WHOLE.stays().stream().filter(s -> WHOLE.members().isNewcomer(s.member())).toList();

    assertThat(newcomers)
        .isNotEmpty()
        .allMatch(s -> !s.admittedOn().isBefore(LocalDate.of(2017, 2, 1)));
    assertThat(WHOLE.illnesses())
        .filteredOn(i -> WHOLE.members().isNewcomer(i.member()))
        .allMatch(i -> !i.diagnosedOn().isBefore(LocalDate.of(2017, 6, 30)));
  }

  @Test
  void every_member_has_an_own_valid_looking_number() {
    var numbers = new HashSet<String>();

    for (var i = 0; i < 426_500; i++) {
      numbers.add(WHOLE.members().get(i).citizenId());
    }

    assertThat(numbers).hasSize(426_500).allMatch(number -> number.matches("339999\\d{11}[\\dX]"));
    assertThat(Numbers.creditCode("330602", 1)).hasSize(18);
  }

  @Test
  void visits_add_up_to_the_published_trips() {
    assertThat(visitCounts(WHOLE)).containsExactly(9_171L, 3_538L, 393L);
    assertThat(visitCounts(SMALL)).containsExactly(183L, 71L, 8L);
  }

  @Test
  void a_fiftieth_of_the_city_has_the_printed_counts() {
    var scale = SMALL.scale();
    var total = sum(SMALL.stays().stream().map(Stay::benefit).toList());

    assertThat(scale.members()).isEqualTo(8_530);
    assertThat(SMALL.stays()).hasSize(257);
    assertThat(total).hasToString("498660.00");
    assertThat(scale.peopleWithOneStay()).isEqualTo(200);
    assertThat(scale.peopleWithTwoStays()).isEqualTo(24);
    assertThat(scale.peopleWithThreeStays()).isEqualTo(3);
    assertThat(SMALL.deaths()).hasSize(3);
    assertThat(SMALL.illnesses()).hasSize(2);
  }

  @Test
  void the_same_seed_makes_the_same_city_and_another_seed_another() {
    var again = City.of(2017, CityScale.of("0.02"));
    var other = City.of(2018, CityScale.of("0.02"));

    assertThat(again.stays()).isEqualTo(SMALL.stays());
    assertThat(again.employers()).isEqualTo(SMALL.employers());
    assertThat(other.stays()).isNotEqualTo(SMALL.stays());
  }

  private static void apart(List<Stay> stays) {
    var inOrder = stays.stream().sorted(Comparator.comparing(Stay::admittedOn)).toList();
    for (var k = 1; k < inOrder.size(); k++) {
      assertThat(inOrder.get(k).admittedOn())
          .isAfter(inOrder.get(k - 1).dischargedOn().plusDays(3));
    }
    assertThat(inOrder.getLast().admittedOn()).isBeforeOrEqualTo(LocalDate.of(2017, 11, 30));
    assertThat(stays).noneMatch(stay -> stay.benefit().isAbove(Fen.yuan(5_000)));
  }

  private static Fen sum(List<Fen> amounts) {
    return amounts.stream().reduce(Fen.ZERO, Fen::plus);
  }

  private static Fen quantile(List<Fen> sorted, int percent) {
    return sorted.get(sorted.size() * percent / 100);
  }

  private static java.util.Map.Entry<Integer, Long> entry(int stays, long people) {
    return java.util.Map.entry(stays, people);
  }

  private static <T> List<Long> perCounty(List<T> things, Function<T, String> county) {
    return Counties.CODES.stream()
        .map(code -> things.stream().filter(thing -> county.apply(thing).equals(code)).count())
        .toList();
  }

  private static int membersOf(String county) {
    return WHOLE.employers().stream()
        .filter(employer -> employer.county().equals(county))
        .mapToInt(Employer::headcount)
        .sum();
  }

  private static List<Long> visitCounts(City city) {
    var counts = new long[3];
    city.stays().forEach(stay -> counts[stay.visits()]++);
    city.illnesses().forEach(illness -> counts[illness.visits()]++);
    city.deaths().forEach(death -> counts[death.visits()]++);
    return List.of(counts[0], counts[1], counts[2]);
  }
}
