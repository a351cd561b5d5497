package org.gonghui.aid.household.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.aid.household.category.Assessment.Outcome.CATEGORY;
import static org.gonghui.aid.household.category.Assessment.Outcome.EXCLUDED;
import static org.gonghui.aid.household.category.Assessment.Outcome.NEEDS_INFORMATION;
import static org.gonghui.aid.household.category.Assessment.Outcome.NONE;
import static org.gonghui.aid.household.category.Category.ACCIDENTAL;
import static org.gonghui.aid.household.category.Category.DEEP;
import static org.gonghui.aid.household.category.Category.RELATIVE;
import static org.gonghui.aid.household.category.FamilyFixture.H1;

import java.util.Set;
import org.gonghui.aid.household.category.Family.Cause;
import org.gonghui.aid.household.category.Family.Exclusion;
import org.gonghui.aid.household.category.MissingFact.Fact;
import org.gonghui.kit.money.Money;
import org.junit.jupiter.api.Test;

/** The golden cases H1 to H5 of the handbook, and what they leave open. */
class AssessmentTest {
  private static final Standard STANDARD = new Standard(Money.of("750.00"), Money.of("1660.00"));
  private static final CategoryScheme A = SchemeFixture.A;
  private static final CategoryScheme B = SchemeFixture.B;

  @Test
  void h1_a_little_above_the_allowance() {
    var inA = Assessment.of(H1.family(), A, STANDARD);
    var inB = Assessment.of(H1.family(), B, STANDARD);

    assertThat(inA.disposable()).isEqualTo(Money.of("22800.00"));
    assertThat(inA.netMonthlyPerCapita()).isEqualTo(Money.of("633.33"));
    assertThat(inA.category()).isEqualTo(RELATIVE);
    assertThat(inB.category()).isEqualTo(DEEP);
  }

  @Test
  void h2_exactly_the_standard_is_not_below_it() {
    var family = H1.earning("58200.00").family();

    assertThat(Assessment.of(family, A, STANDARD).disposable()).isEqualTo(Money.of("27000.00"));
    assertThat(Assessment.of(family, A, STANDARD).category()).isEqualTo(RELATIVE);
    assertThat(Assessment.of(family, B, STANDARD).category()).isEqualTo(RELATIVE);
  }

  @Test
  void one_fen_below_the_standard_is_below_it() {
    var family = H1.earning("58199.99").family();

    assertThat(Assessment.of(family, B, STANDARD).category()).isEqualTo(DEEP);
  }

  @Test
  void h3_who_could_work_counts_with_the_minimum_wage() {
    var family = H1.spouseIdleWithoutReason().family();

    assertThat(Assessment.of(family, A, STANDARD).disposable()).isEqualTo(Money.of("42720.00"));
    assertThat(Assessment.of(family, A, STANDARD).netMonthlyPerCapita())
        .isEqualTo(Money.of("1186.67"));
    assertThat(Assessment.of(family, A, STANDARD).outcome()).isEqualTo(NONE);
    assertThat(Assessment.of(family, B, STANDARD).category()).isEqualTo(RELATIVE);
  }

  @Test
  void h4_a_loss_counts_by_what_it_leaves_or_by_its_share() {
    var fire = H1.earning("56400.00").withoutExpenditure();
    var struck = fire.losing(Cause.OWN, "48000.00").family();
    var struckHarder = fire.losing(Cause.OWN, "48000.01").family();

    assertThat(Assessment.of(struck, A, STANDARD).category()).isEqualTo(ACCIDENTAL);
    assertThat(Assessment.of(struck, B, STANDARD).outcome()).isEqualTo(NONE);
    assertThat(Assessment.of(struckHarder, B, STANDARD).category()).isEqualTo(ACCIDENTAL);
  }

  @Test
  void h5_an_income_that_nobody_stated_is_neither_zero_nor_no() {
    var family = H1.spouseIncomeUnknown().family();

    for (var scheme : new CategoryScheme[] {A, B}) {
      var assessment = Assessment.of(family, scheme, STANDARD);
      assertThat(assessment.outcome()).isEqualTo(NEEDS_INFORMATION);
      assertThat(assessment.category()).isNull();
      assertThat(assessment.missing())
          .containsExactly(new MissingFact("/members/1/income", Fact.INCOME));
    }
  }

  @Test
  void above_three_standards_a_loss_is_met_from_savings_first() {
    var rich = H1.earning("96400.00").withoutExpenditure().losing(Cause.OWN, "90000.00");

    assertThat(Assessment.of(rich.saving("0.00").family(), A, STANDARD).category())
        .isEqualTo(ACCIDENTAL);
    assertThat(Assessment.of(rich.saving("20000.00").family(), A, STANDARD).outcome())
        .isEqualTo(NONE);
    assertThat(Assessment.of(rich.savingsUnknown().family(), A, STANDARD).missing())
        .containsExactly(new MissingFact("/savings", Fact.ASSETS));
  }

  @Test
  void the_allowance_alone_makes_deep_in_scheme_a() {
    var assessment = Assessment.of(H1.receivingAllowance().family(), A, STANDARD);

    assertThat(assessment.category()).isEqualTo(DEEP);
    assertThat(assessment.rules()).hasSize(1);
  }

  @Test
  void exclusions_are_told_all_together_and_decide() {
    var family = H1.excludedBy(Set.of(Exclusion.VEHICLE, Exclusion.SECOND_HOME)).family();

    var assessment = Assessment.of(family, A, STANDARD);

    assertThat(assessment.outcome()).isEqualTo(EXCLUDED);
    assertThat(assessment.exclusions()).containsExactly(Exclusion.SECOND_HOME, Exclusion.VEHICLE);
    assertThat(Assessment.of(H1.exclusionsUnknown().family(), A, STANDARD).outcome())
        .isEqualTo(NEEDS_INFORMATION);
  }

  @Test
  void base_pension_and_festival_gifts_do_not_count() {
    var family = H1.alsoReceiving("9000.00").family();

    assertThat(Assessment.of(family, A, STANDARD).disposable()).isEqualTo(Money.of("22800.00"));
  }

  @Test
  void a_refusal_says_by_how_much_the_money_is_off() {
    var assessment = Assessment.of(H1.spouseIdleWithoutReason().family(), A, STANDARD);

    var relative = assessment.rules().get(1);
    assertThat(relative.tooMuchBy()).isEqualTo(Money.of("2220.00"));
    assertThat(relative.steps().getLast().formula())
        .isEqualTo("disposable ≤ minimum wage × 12 × n");
    assertThat(assessment.outcome()).isNotEqualTo(CATEGORY);
  }
}
