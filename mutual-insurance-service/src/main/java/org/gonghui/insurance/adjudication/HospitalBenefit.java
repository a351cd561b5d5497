package org.gonghui.insurance.adjudication;

import static org.gonghui.insurance.adjudication.Adjudication.group;
import static org.gonghui.insurance.adjudication.Adjudication.step;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gonghui.insurance.adjudication.Decision.Check;
import org.gonghui.insurance.adjudication.Decision.Check.Result;
import org.gonghui.insurance.adjudication.Decision.Reduction;
import org.gonghui.insurance.adjudication.Decision.Step;
import org.gonghui.insurance.adjudication.Facts.Amounts;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** The arithmetic of one hospital stay: exact until the one rounding at the end. */
record HospitalBenefit(
    Terms.Hospital terms,
    Amounts amounts,
    Money asked,
    BigDecimal base,
    BigDecimal eligible,
    Money computed,
    Money roomOnBill,
    Money afterOthers,
    Money afterClaimLimit,
    Money limitLeft,
    Money amount) {

  static HospitalBenefit of(Amounts amounts, Terms.Hospital terms, Money used, Money others) {
    var asked = amounts.outOfPocket();
    var base =
        amounts
            .inListSelfPaid()
            .amount()
            .add(terms.offListShare().multiply(amounts.offListSelfPaid().amount()));
    var eligible = base.subtract(terms.deductible().amount()).max(BigDecimal.ZERO);
    var computed = Money.roundDown(exactly(eligible, terms));
    var room = asked.minus(others).max(Money.ZERO);
    var afterOthers = computed.min(room);
    var afterLimit = least(afterOthers, terms.perClaimLimit());
    var left = terms.annualLimit().minus(used).max(Money.ZERO);
    return new HospitalBenefit(
        terms,
        amounts,
        asked,
        base,
        eligible,
        computed,
        room,
        afterOthers,
        afterLimit,
        left,
        afterLimit.min(left));
  }

  static Money eligibleFor(Money wanted, Terms.Hospital terms) {
    var missing = wanted.amount();
    for (var tier : terms.tiers()) {
      var width = widthOf(tier);
      var gives = width == null ? null : width.multiply(tier.rate());
      if (tier.rate().signum() > 0 && (gives == null || gives.compareTo(missing) >= 0)) {
        var part = missing.divide(tier.rate(), 2, RoundingMode.CEILING);
        return new Money(tier.from().amount().add(part));
      }
      missing = missing.subtract(gives == null ? BigDecimal.ZERO : gives);
    }
    throw new IllegalArgumentException("no cost leads to " + wanted);
  }

  List<Reduction> reductions() {
    var wholeBase = Money.roundDown(base);
    var wholeEligible = Money.roundDown(eligible);
    return Stream.of(
            new Reduction(Reduction.Code.OFF_LIST, asked.minus(wholeBase)),
            new Reduction(Reduction.Code.DEDUCTIBLE, wholeBase.minus(wholeEligible)),
            new Reduction(Reduction.Code.CO_PAYMENT, wholeEligible.minus(computed)),
            new Reduction(Reduction.Code.PAID_BY_OTHERS, computed.minus(afterOthers)),
            new Reduction(Reduction.Code.PER_CLAIM_LIMIT, afterOthers.minus(afterClaimLimit)),
            new Reduction(Reduction.Code.ANNUAL_LIMIT, afterClaimLimit.minus(amount)))
        .filter(r -> !r.amount().isZero())
        .toList();
  }

  List<Check> checks() {
    var deductible = computed.isZero() ? Result.FAIL : Result.PASS;
    var others = passUnless(computed.isPositive() && afterOthers.isZero());
    var limit = passUnless(afterClaimLimit.isPositive() && amount.isZero());
    return List.of(
        new Check(
            Reason.BELOW_DEDUCTIBLE,
            deductible,
            List.of(),
            "deductible " + group(terms.deductible()),
            computed.isZero() ? "pays from " + group(firstPayableInList()) + " in-list" : null),
        new Check(
            Reason.PAID_BY_OTHERS,
            others,
            List.of(),
            "room on the bill " + group(roomOnBill),
            others == Result.FAIL ? "a released entry of another payer" : null),
        new Check(
            Reason.LIMIT_EXHAUSTED,
            limit,
            List.of(),
            "left of the yearly limit " + group(limitLeft),
            limit == Result.FAIL ? "a reversed claim of this plan year" : null));
  }

  List<Step> trace() {
    var steps = new ArrayList<Step>();
    var inList = group(amounts.inListSelfPaid());
    var offList = group(amounts.offListSelfPaid());
    var share = percent(terms.offListShare());
    var deductible = group(terms.deductible());
    steps.add(step("ASKED", inList + " + " + offList, asked, "inList", inList, "offList", offList));
    steps.add(
        step("BASE", inList + " + " + share + " × " + offList, group(base), "offListShare", share));
    steps.add(
        step(
            "ELIGIBLE",
            "max(0.00, " + group(base) + " − " + deductible + ")",
            group(eligible),
            "deductible",
            deductible));
    steps.addAll(tierSteps());
    steps.add(
        step("COMPUTED", group(exactly(eligible, terms)) + " rounded down to the fen", computed));
    steps.add(step("ROOM_ON_BILL", least(group(computed), group(roomOnBill)), afterOthers));
    var claimLimit = terms.perClaimLimit();
    if (claimLimit != null) {
      steps.add(
          step("PER_CLAIM_LIMIT", least(group(afterOthers), group(claimLimit)), afterClaimLimit));
    }
    steps.add(step("ANNUAL_LIMIT", least(group(afterClaimLimit), group(limitLeft)), amount));
    return steps;
  }

  private List<Step> tierSteps() {
    var steps = new ArrayList<Step>();
    for (var tier : terms.tiers()) {
      var part = partIn(tier, eligible);
      if (part.signum() > 0) {
        var exact = part.multiply(tier.rate());
        var rate = percent(tier.rate());
        steps.add(
            step(
                "TIER",
                group(part) + " × " + rate,
                group(exact),
                "part",
                group(part),
                "rate",
                rate));
      }
    }
    return steps;
  }

  private Money firstPayableInList() {
    var needed = eligibleFor(Money.ofFen(1), terms).amount().add(terms.deductible().amount());
    var fromOffList = terms.offListShare().multiply(amounts.offListSelfPaid().amount());
    var inList = needed.subtract(fromOffList).max(BigDecimal.ZERO);
    return new Money(inList.setScale(2, RoundingMode.CEILING));
  }

  private static BigDecimal exactly(BigDecimal eligible, Terms.Hospital terms) {
    return terms.tiers().stream()
        .map(tier -> partIn(tier, eligible).multiply(tier.rate()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal partIn(Terms.Tier tier, BigDecimal eligible) {
    var above = eligible.subtract(tier.from().amount()).max(BigDecimal.ZERO);
    var width = widthOf(tier);
    return width == null ? above : above.min(width);
  }

  private static @Nullable BigDecimal widthOf(Terms.Tier tier) {
    var end = tier.upTo();
    return end == null ? null : end.minus(tier.from()).amount();
  }

  private static Money least(Money amount, @Nullable Money limit) {
    return limit == null ? amount : amount.min(limit);
  }

  private static String least(String one, String other) {
    return "min(" + one + ", " + other + ")";
  }

  private static Result passUnless(boolean fails) {
    return fails ? Result.FAIL : Result.PASS;
  }

  private static String percent(BigDecimal rate) {
    return rate.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }
}
