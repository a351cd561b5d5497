package org.gonghui.insurance.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.adjudication.Stays.DISCHARGED;
import static org.gonghui.insurance.adjudication.Stays.amounts;
import static org.gonghui.insurance.adjudication.Stays.decide;
import static org.gonghui.insurance.adjudication.Stays.joined;
import static org.gonghui.insurance.adjudication.Stays.renewed;
import static org.gonghui.insurance.adjudication.Stays.stay;
import static org.gonghui.insurance.adjudication.Stays.tumour;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gonghui.insurance.adjudication.Decision.Reduction;
import org.gonghui.insurance.adjudication.Decision.Step;
import org.gonghui.insurance.adjudication.Facts.Amounts;
import org.gonghui.insurance.adjudication.Facts.Cause;
import org.gonghui.insurance.adjudication.Inputs.Earlier;
import org.gonghui.kit.money.Money;
import org.junit.jupiter.api.Test;

/** The handbook's eighteen worked examples, to the fen and to the word. */
class WorkedExamplesTest {
  @Test
  void e1_pays_the_first_tier_and_names_every_reduction() {
    var bill = bill("12000.00", "7400.00", "3800.00", "800.00");

    var decision = decide(stay(bill, Stays.ADMITTED, DISCHARGED, Cause.ILLNESS));

    assertThat(bill.gap()).isEqualTo(Money.ZERO);
    assertThat(decision.amount()).hasToString("1485.00");
    assertThat(decision.asked()).hasToString("4600.00");
    assertThat(reductions(decision))
        .containsExactly("OFF_LIST 800.00", "DEDUCTIBLE 500.00", "CO_PAYMENT 1815.00");
    assertThat(texts(decision))
        .containsExactly(
            "ASKED: 3,800.00 + 800.00 = 4,600.00",
            "BASE: 3,800.00 + 0 % × 800.00 = 3,800.00",
            "ELIGIBLE: max(0.00, 3,800.00 − 500.00) = 3,300.00",
            "TIER: 3,300.00 × 45 % = 1,485.00",
            "COMPUTED: 1,485.00 rounded down to the fen = 1,485.00",
            "ROOM_ON_BILL: min(1,485.00, 4,600.00) = 1,485.00",
            "ANNUAL_LIMIT: min(1,485.00, 50,000.00) = 1,485.00",
            "BENEFIT: 1,485.00 = 1,485.00");
  }

  @Test
  void e2_pays_the_mean_of_2017() {
    var decision = decide(stay("4806.45"));

    assertThat(decision.amount()).hasToString("1937.90");
    assertThat(texts(decision))
        .contains(
            "TIER: 4,306.45 × 45 % = 1,937.9025",
            "COMPUTED: 1,937.9025 rounded down to the fen = 1,937.90");
  }

  @Test
  void e3_adds_two_tiers_before_the_one_rounding() {
    var decision = decide(stay("8765.43"));

    assertThat(decision.amount()).hasToString("3882.71");
    assertThat(texts(decision))
        .contains(
            "TIER: 5,000.00 × 45 % = 2,250.00",
            "TIER: 3,265.43 × 50 % = 1,632.715",
            "COMPUTED: 3,882.715 rounded down to the fen = 3,882.71");
  }

  @Test
  void e4_is_exact_at_the_edge_of_a_tier() {
    assertThat(decide(stay("5500.00")).amount()).hasToString("2250.00");
    assertThat(decide(stay("5500.01")).amount()).hasToString("2250.00");
    assertThat(decide(stay("5500.02")).amount()).hasToString("2250.01");
    assertThat(texts(decide(stay("5500.01"))))
        .contains("COMPUTED: 2,250.005 rounded down to the fen = 2,250.00");
  }

  @Test
  void e5_pays_all_tiers_and_stops_at_the_yearly_limit() {
    var whole = decide(stay("48000.00"));
    var cut = decide(renewed(stay("48000.00")).withUsed(Money.of("38000.00")));

    assertThat(whole.amount()).hasToString("28500.00");
    assertThat(whole.amount().isAtLeast(Terms.defaults().control().secondApprovalFrom())).isTrue();
    assertThat(texts(whole)).contains("TIER: 17,500.00 × 70 % = 12,250.00");
    assertThat(cut.amount()).hasToString("12000.00");
    assertThat(reductions(cut)).contains("ANNUAL_LIMIT 16500.00");
    assertThat(texts(cut)).contains("ANNUAL_LIMIT: min(28,500.00, 12,000.00) = 12,000.00");
  }

  @Test
  void e6_says_from_which_cost_on_it_pays() {
    var decision = decide(stay("430.00"));

    assertThat(decision.amount()).hasToString("0.00");
    assertThat(decision.reasons()).containsExactly(Reason.BELOW_DEDUCTIBLE);
    assertThat(texts(decision)).contains("ELIGIBLE: max(0.00, 430.00 − 500.00) = 0.00");
    assertThat(decision.checks())
        .anySatisfy(c -> assertThat(c.wouldChange()).isEqualTo("pays from 500.03 in-list"));
    assertThat(decide(stay("500.02")).amount()).hasToString("0.00");
    assertThat(decide(stay("500.03")).amount()).hasToString("0.01");
  }

  @Test
  void e7_leaves_room_for_what_aid_has_on_the_bill() {
    var decision = decide(renewed(stay("8000.00", "1000.00")).withPaidByOthers(money("6200.00")));

    assertThat(decision.amount()).hasToString("2800.00");
    assertThat(reductions(decision)).contains("PAID_BY_OTHERS 700.00");
    assertThat(texts(decision)).contains("ROOM_ON_BILL: min(3,500.00, 2,800.00) = 2,800.00");
  }

  @Test
  void e8_makes_a_new_joiner_wait_except_after_an_accident() {
    var coverFrom = LocalDate.of(2017, 3, 10);
    var admitted = LocalDate.of(2017, 4, 8);
    var bill = amounts("3800.00", "0.00");
    var ill = decide(joined(stay(bill, admitted, admitted.plusDays(5), Cause.ILLNESS), coverFrom));
    var hurt =
        decide(joined(stay(bill, admitted, admitted.plusDays(5), Cause.ACCIDENT), coverFrom));
    var nextDay = stay(bill, admitted.plusDays(1), admitted.plusDays(5), Cause.ILLNESS);

    assertThat(ill.amount()).hasToString("0.00");
    assertThat(ill.reasons()).containsExactly(Reason.WAITING);
    assertThat(ill.checks())
        .anySatisfy(c -> assertThat(c.threshold()).isEqualTo("first payable day 2017-04-09"));
    assertThat(reductions(ill)).contains("NOT_ENTITLED 1485.00");
    assertThat(hurt.amount()).hasToString("1485.00");
    assertThat(decide(joined(nextDay, coverFrom)).amount()).hasToString("1485.00");
    assertThat(decide(joined(tumour(LocalDate.of(2017, 9, 5)), coverFrom)).reasons())
        .containsExactly(Reason.WAITING);
    assertThat(decide(joined(tumour(LocalDate.of(2017, 9, 6)), coverFrom)).amount())
        .hasToString("5000.00");
  }

  @Test
  void e9_pays_a_stay_beyond_the_end_of_cover_whole() {
    var stay =
        stay(
            amounts("6000.00", "0.00"),
            LocalDate.of(2017, 12, 28),
            LocalDate.of(2018, 1, 9),
            Cause.ILLNESS);

    assertThat(decide(stay).amount()).hasToString("2500.00");
    assertThat(renewed(stay).planYear()).isEqualTo(2017);
  }

  @Test
  void e10_gives_two_claims_together_exactly_what_is_left() {
    var worth800 = Adjudication.eligibleFor(money("800.00"), Terms.defaults().hospital());
    var inputs = renewed(stay(worth800.plus(money("500.00")).toString()));
    var first = decide(inputs.withUsed(money("49000.00")));

    var second = decide(inputs.withUsed(money("49000.00").plus(first.amount())));

    assertThat(first.amount()).hasToString("800.00");
    assertThat(second.amount()).hasToString("200.00");
    assertThat(reductions(second)).contains("ANNUAL_LIMIT 600.00");
  }

  @Test
  void e11_pays_stay_and_first_diagnosis_but_a_tumour_once() {
    var illness = tumour(Stays.ADMITTED);
    var inputs = renewed(illness);
    var earlier =
        new Earlier("MI-2017-0000001", BenefitKind.CRITICAL_ILLNESS, 2016, "MALIGNANT_TUMOUR");

    assertThat(decide(stay("8765.43")).amount()).hasToString("3882.71");
    assertThat(decide(illness).amount()).hasToString("5000.00");
    assertThat(decide(illness).illnessGroup()).isEqualTo("MALIGNANT_TUMOUR");
    assertThat(texts(decide(illness))).contains("FIXED_SUM: 5,000.00 = 5,000.00");
    assertThat(decide(inputs.withEarlier(List.of(earlier))).reasons())
        .containsExactly(Reason.ALREADY_PAID);
  }

  @Test
  void e12_splits_a_death_benefit_by_largest_remainder() {
    var decision = decide(new Facts.Death(Stays.ADMITTED, Cause.ILLNESS));

    assertThat(decision.amount()).hasToString("3000.00");
    assertThat(decision.amount().split(equal(3)))
        .extracting(Money::toString)
        .containsExactly("1000.00", "1000.00", "1000.00");
    assertThat(decision.amount().split(equal(7)))
        .extracting(Money::toString)
        .containsExactly("428.58", "428.57", "428.57", "428.57", "428.57", "428.57", "428.57");
  }

  @Test
  void e13_splits_by_designated_shares() {
    var shares = List.of(new BigDecimal("0.50"), new BigDecimal("0.30"), new BigDecimal("0.20"));

    assertThat(money("3000.00").split(shares))
        .extracting(Money::toString)
        .containsExactly("1500.00", "900.00", "600.00");
  }

  @Test
  void e14_gives_less_after_the_hospital_corrects_the_bill() {
    var paid = decide(stay("8765.43")).amount();

    var corrected = decide(stay("6000.00")).amount();

    assertThat(corrected).hasToString("2500.00");
    assertThat(corrected.minus(paid)).hasToString("-1382.71");
  }

  @Test
  void e15_tops_up_when_the_first_tier_rises() {
    var stay = renewed(stay("3800.00", "800.00"));

    var better = Adjudication.adjudicate(stay, firstTierAt("0.50"));

    assertThat(better.amount()).hasToString("1650.00");
    assertThat(texts(better)).contains("TIER: 3,300.00 × 50 % = 1,650.00");
    assertThat(better.amount().minus(decide(stay).amount())).hasToString("165.00");
  }

  @Test
  void e16_never_pays_more_for_a_split_bill() {
    var once = decide(stay("12000.00"));

    assertThat(once.amount()).hasToString("5575.00");
    assertThat(decide(stay("6000.00")).amount()).hasToString("2500.00");
    assertThat(texts(once)).contains("TIER: 1,500.00 × 55 % = 825.00");
  }

  @Test
  void e17_leaves_a_rest_that_opens_a_lead() {
    var bill = bill("120000.00", "62000.00", "19863.64", "38136.36");

    var decision = decide(stay(bill, Stays.ADMITTED, DISCHARGED, Cause.ILLNESS));

    assertThat(bill.gap()).isEqualTo(Money.ZERO);
    assertThat(decision.amount()).hasToString("9900.00");
    assertThat(texts(decision))
        .contains(
            "TIER: 9,363.64 × 55 % = 5,150.002",
            "COMPUTED: 9,900.002 rounded down to the fen = 9,900.00");
    var rest = decision.asked().minus(decision.amount());
    assertThat(rest).hasToString("48100.00");
    assertThat(rest.isAtLeast(Terms.defaults().afterwards().leadFrom())).isTrue();
  }

  @Test
  void e18_closes_the_window_after_180_days_or_three_months_after_cover() {
    assertThat(lastDay(LocalDate.of(2017, 12, 20))).isEqualTo(LocalDate.of(2018, 6, 18));
    assertThat(lastDay(LocalDate.of(2017, 1, 10))).isEqualTo(LocalDate.of(2018, 3, 31));
    var stay = stay("3800.00");
    var lastDay = lastDay(DISCHARGED);
    assertThat(decide(Inputs.of(stay, Stays.RENEWED, lastDay)).amount()).hasToString("1485.00");
    assertThat(decide(Inputs.of(stay, Stays.RENEWED, lastDay.plusDays(1))).reasons())
        .containsExactly(Reason.FILED_LATE);
  }

  private static LocalDate lastDay(LocalDate discharged) {
    var stay = stay(amounts("1.00", "0.00"), discharged.minusDays(5), discharged, Cause.ILLNESS);
    return Checks.lastFilingDay(
        stay, Optional.of(Stays.RENEWED.getFirst()), Terms.defaults().claims());
  }

  private static Terms firstTierAt(String rate) {
    var json =
        new String(Canonical.bytes(Terms.defaults()), java.nio.charset.StandardCharsets.UTF_8);
    return Canonical.read(
        json.replace("\"0.45\"", '"' + rate + '"')
            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Terms.class);
  }

  private static Amounts bill(String total, String fund, String inList, String offList) {
    return new Amounts(
        money(total),
        money(fund),
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        money(inList),
        money(offList));
  }

  private static List<BigDecimal> equal(int parts) {
    return Collections.nCopies(parts, BigDecimal.ONE);
  }

  private static Money money(String amount) {
    return Money.of(amount);
  }

  private static List<String> reductions(Decision decision) {
    var sum = decision.reductions().stream().map(Reduction::amount).reduce(Money.ZERO, Money::plus);
    assertThat(sum).isEqualTo(decision.asked().minus(decision.amount()));
    return decision.reductions().stream().map(r -> r.code() + " " + r.amount()).toList();
  }

  private static List<String> texts(Decision decision) {
    return decision.trace().stream().map(Step::text).toList();
  }
}
