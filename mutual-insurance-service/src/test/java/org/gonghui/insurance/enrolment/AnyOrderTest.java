package org.gonghui.insurance.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.applied;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.enrolment.Moving.YEAR;
import static org.gonghui.kit.testing.TestCaller.anOfficer;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.insurance.contribution.Arrivals;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moves, late money, death, withdrawal, annulment and other rosters, in whatever order. */
@QuarkusTest
class AnyOrderTest {
  private final Arrivals arrivals;
  private final Covers covers;
  private final PersonKeys keys;

  AnyOrderTest(Arrivals arrivals, Covers covers, PersonKeys keys) {
    this.arrivals = arrivals;
    this.covers = covers;
    this.keys = keys;
  }

  @BeforeEach
  void a_backfilled_year_runs() {
    Rosters.backfillYear(YEAR);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void no_order_makes_two_covers_overlap_leaves_a_gap_or_costs_a_second_fee(int seed) {
    var person = person();
    var first = employer(YEAR, 1);
    enrol(first, person).then().statusCode(202);
    var acts = acts(person, first);
    Collections.shuffle(acts, new Random(seed));

    for (var act : acts) {
      assertThat(act.get()).as("%s", acts).isLessThan(500);
      assertSound(person);
    }
  }

  private List<Supplier<Integer>> acts(CitizenId person, CreditCode first) {
    var enrolment = Moving.idOf(first);
    var reference = Arrivals.reference(first);
    return new ArrayList<>(
        List.of(
            () -> move(employer(YEAR, 1), person, "2017-06-01"),
            () -> move(employer(YEAR, 1), person, "2017-09-01"),
            () -> {
              arrivals.book(Arrivals.credit(reference, "2017-07-15", "60.00"));
              return 200;
            },
            () -> Moving.died(person, "2017-08-03").statusCode(),
            () -> Moving.withdraw(first, enrolment, "2016-12-28").statusCode(),
            () -> Moving.annulled(enrolment).statusCode(),
            () -> enrol(employer(YEAR, 1), person).statusCode()));
  }

  private static int move(CreditCode to, CitizenId person, String day) {
    var asked = Moving.requested(to, person, day);
    return asked.statusCode() == 201 ? Moving.approve(asked).statusCode() : asked.statusCode();
  }

  private static Response enrol(CreditCode employer, CitizenId person) {
    return applied(employer, YEAR, header() + "王小明," + person.number());
  }

  private void assertSound(CitizenId person) {
    var key = keys.of(person);
    var days = covers.of(key).stream().map(cover -> range(cover.from(), cover.until())).toList();
    for (var one : days) {
      assertThat(days).filteredOn(one::overlaps).hasSize(1);
    }
    assertThat(
            arrivals.count(
                "select count(*) as n from enrolment where person_key = ? and cover_from < cover_until"
                    + " and status not in ('WITHDRAWN', 'LAPSED')",
                key))
        .isLessThanOrEqualTo(1);
    assertChain(key.value());
  }

  /** The days of all employments are the days of the cover, each once. */
  private void assertChain(String key) {
    var ids =
        arrivals.texts("select id::text as t from enrolment where person_key = ? order by no", key);
    for (var id : ids) {
      var view = Moving.enrolment(anOfficer("3306"), id);
      List<String> from = view.path("employments.during.from");
      List<String> until = view.path("employments.during.until");
      assertThat(from.getFirst()).isEqualTo(view.<String>path("cover.from"));
      assertThat(until.getLast()).isEqualTo(view.<String>path("cover.until"));
      assertThat(from.subList(1, from.size())).isEqualTo(until.subList(0, until.size() - 1));
    }
  }

  private static DateRange range(LocalDate from, LocalDate until) {
    return new DateRange(from, until);
  }
}
