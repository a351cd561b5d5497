package org.gonghui.insurance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gonghui.insurance.plan.PlanYearStatus.Intake;
import org.gonghui.kit.money.Money;
import org.junit.jupiter.api.Test;

class PlanYearTest {
  private static final DateRange ALL =
      new DateRange(LocalDate.of(2017, 1, 1), LocalDate.of(2018, 1, 1));

  @Test
  void money_in_time_buys_the_whole_period() {
    assertThat(year().coverPaidOn(LocalDate.of(2016, 12, 31))).isEqualTo(ALL);
  }

  @Test
  void late_money_buys_from_the_day_after_its_value_date() {
    assertThat(year().coverPaidOn(LocalDate.of(2017, 1, 18)))
        .isEqualTo(new DateRange(LocalDate.of(2017, 1, 19), ALL.until()));
    assertThat(year().coverPaidOn(LocalDate.of(2018, 5, 1)).isEmpty()).isTrue();
  }

  @Test
  void splits_add_up_to_the_fee_and_are_chosen_by_unit_type_and_mark() {
    var year = year();

    assertThat(year.splitFor("STATE_OWNED", false).code()).isEqualTo("DEFAULT");
    assertThat(year.splitFor("STATE_OWNED", true).code()).isEqualTo("UNION_PAID");
    assertThat(year.splitFor("STATE_OWNED", true).transferred()).isEqualTo(Money.ZERO);
    assertThatProblem(
            () ->
                new Split("X", Set.of(), Money.of("1"), Money.of("2"), Money.of("3"))
                    .requireAddsUpTo(Money.of("60")))
        .is(Split.SPLIT_NOT_FEE);
  }

  @Test
  void a_small_payroll_wants_everybody_and_a_larger_one_four_fifths() {
    assertThat(YearRules.defaults().headsWanted(99)).isEqualTo(99);
    assertThat(YearRules.defaults().headsWanted(100)).isEqualTo(80);
    assertThat(YearRules.defaults().headsWanted(101)).isEqualTo(81);
  }

  @Test
  void the_life_cycle_is_this_table() {
    assertThat(
            List.of(PlanYearStatus.values()).stream()
                .map(s -> s + " " + s.next(Intake.LIVE) + " " + s.next(Intake.BACKFILL)))
        .containsExactly(
            "DRAFT [ANNOUNCED] [ANNOUNCED]",
            "ANNOUNCED [ENROLLING] [RUNNING]",
            "ENROLLING [RUNNING] [RUNNING]",
            "RUNNING [CLAIMS_ONLY] [CLOSED]",
            "CLAIMS_ONLY [CLOSED] [CLOSED]",
            "CLOSED [] []");
  }

  private static PlanYear year() {
    var fee = Money.of("60.00");
    return new PlanYear(
        new UUID(0, 1),
        0,
        PlanYear.MEDICAL,
        2017,
        PlanYearStatus.RUNNING,
        Intake.LIVE,
        LocalDate.of(2016, 10, 20),
        LocalDate.of(2016, 12, 20),
        ALL,
        fee,
        Split.usual(fee),
        YearRules.defaults(),
        LocalDate.of(2016, 12, 31),
        0,
        "a",
        null,
        null);
  }
}
