package org.gonghui.aid.jobaid.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gonghui.aid.jobaid.vacancy.Offer.Shift;
import org.gonghui.aid.jobaid.vacancy.Wish.Match;
import org.gonghui.aid.jobaid.vacancy.Wish.Reason;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WishTest {
  private static final CreditCode EMPLOYER = CreditCode.of("91330600MA2A000160");
  private static final Money MINIMUM = Money.of("1660.00");

  @Test
  void the_trade_weighs_most_then_the_town_and_each_place_is_explained() {
    var near = vacancy("纺织", "330602001", "3000.00");
    var trade = vacancy("电工", "330681001", "2000.00");
    var both = vacancy("电工", "330602002", "3000.00");

    var ranked =
        new Wish("330602001", "电工", Money.of("3000.00"), Shift.DAY)
            .rank(List.of(near, trade, both), 50);

    assertThat(ranked).extracting(Match::vacancy).containsExactly(both, near, trade);
    assertThat(ranked).extracting(Match::points).containsExactly(9, 6, 5);
    assertThat(ranked.getFirst().reasons())
        .containsExactly(
            Reason.SAME_TRADE, Reason.PAY_AS_WISHED, Reason.SAME_COUNTY, Reason.SHIFT_AS_WISHED);
  }

  @Test
  void what_fits_in_nothing_is_not_shown_and_of_two_alike_the_newer_comes_first() {
    var older = vacancy("电工", "330602001", "2000.00");
    var newer = vacancy("电工", "330602001", "2000.00");
    var other = vacancy("纺织", "330681001", "2000.00");

    var ranked = new Wish("330683001", "电工", null, null).rank(List.of(older, newer, other), 50);

    assertThat(ranked).extracting(Match::vacancy).containsExactly(newer, older);
  }

  @Test
  void no_work_below_the_minimum_wage_and_none_for_a_fee() {
    assertThatProblem(() -> offer("1659.99", "3000.00", null).requireLawful(MINIMUM))
        .is(VacancyProblems.BELOW_MINIMUM_WAGE)
        .pointsAt("/payFrom");
    assertThatProblem(() -> offer("1660.00", "3000.00", "0.01").requireLawful(MINIMUM))
        .is(VacancyProblems.FEE_NOT_ALLOWED)
        .pointsAt("/fee");
    assertThatProblem(() -> offer("0.00", "-1.00", "-1.00").requireLawful(MINIMUM))
        .is(Problems.INVALID)
        .pointsAt("/payFrom", "/payTo", "/fee");
    offer("1660.00", "1660.00", "0.00").requireLawful(MINIMUM);
  }

  @Test
  void with_the_last_place_a_vacancy_is_filled() {
    var vacancy = vacancy("电工", "330602001", "2000.00");

    vacancy.fillPlace();
    assertThat(vacancy.status()).isEqualTo(VacancyStatus.OPEN);
    vacancy.fillPlace();

    assertThat(vacancy.status()).isEqualTo(VacancyStatus.FILLED);
    assertThatProblem(vacancy::fillPlace).is(VacancyProblems.NO_PLACE_LEFT);
  }

  private static Vacancy vacancy(String trade, String area, String payTo) {
    var offer = new Offer("a job", trade, 2, Money.of("2000.00"), Money.of(payTo), Shift.DAY, null);
    return new Vacancy(EMPLOYER, area, offer, LocalDate.parse("2017-03-01"), Instant.EPOCH);
  }

  private static Offer offer(String payFrom, String payTo, @Nullable String fee) {
    return new Offer(
        "a job",
        "电工",
        2,
        Money.of(payFrom),
        Money.of(payTo),
        Shift.DAY,
        fee == null ? null : Money.of(fee));
  }
}
