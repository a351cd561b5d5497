package org.gonghui.insurance.adjudication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.gonghui.insurance.adjudication.Decision.Check;
import org.gonghui.insurance.adjudication.Decision.Outcome;
import org.gonghui.insurance.adjudication.Decision.Reduction;
import org.gonghui.insurance.adjudication.Decision.Step;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** The engine: facts, covers, earlier benefits and limits in, an explained decision out. */
public final class Adjudication {
  private Adjudication() {}

  /** Pure: the same inputs and terms give the same bytes, whoever asks and whenever. */
  public static Decision adjudicate(Inputs inputs, Terms terms) {
    return switch (inputs.facts()) {
      case Facts.HospitalStay stay -> hospital(inputs, stay, terms);
      case Facts.Illness illness ->
          fixedSum(
              inputs,
              terms,
              terms.fixedSums().criticalIllness(),
              OnceChecks.groupOf(illness, terms));
      case Facts.Death _ -> fixedSum(inputs, terms, terms.fixedSums().death(), null);
    };
  }

  /** Whether it is an illness of the list; the benefit may still fail for another reason. */
  public static boolean isListed(Facts facts, Terms terms) {
    return facts instanceof Facts.Illness illness && OnceChecks.groupOf(illness, terms) != null;
  }

  /** The smallest eligible amount for which the tiers give at least the wanted benefit. */
  public static Money eligibleFor(Money wanted, Terms.Hospital terms) {
    return HospitalBenefit.eligibleFor(wanted, terms);
  }

  private static Decision hospital(Inputs inputs, Facts.HospitalStay stay, Terms terms) {
    var benefit =
        HospitalBenefit.of(
            stay.amounts(), terms.hospital(), inputs.usedOfLimit(), inputs.paidByOthers());
    var checks = new ArrayList<>(Checks.of(inputs, terms));
    checks.addAll(benefit.checks());
    return decide(
        inputs,
        benefit.asked(),
        benefit.amount(),
        checks,
        benefit.reductions(),
        benefit.trace(),
        null);
  }

  private static Decision fixedSum(
      Inputs inputs, Terms terms, Money sum, @Nullable String illnessGroup) {
    var trace = List.of(new Step("FIXED_SUM", group(sum), new TreeMap<>(), group(sum)));
    return decide(inputs, sum, sum, Checks.of(inputs, terms), List.of(), trace, illnessGroup);
  }

  private static Decision decide(
      Inputs inputs,
      Money asked,
      Money computed,
      List<Check> checks,
      List<Reduction> reductions,
      List<Step> trace,
      @Nullable String illnessGroup) {
    var failed =
        checks.stream().filter(c -> c.result() == Check.Result.FAIL).map(Check::code).toList();
    var entitled = failed.stream().noneMatch(Reason::stopsPayment);
    var amount = entitled ? computed : Money.ZERO;
    var steps = new ArrayList<>(trace);
    var less = new ArrayList<>(reductions);
    if (!entitled && computed.isPositive()) {
      less.add(new Reduction(Reduction.Code.NOT_ENTITLED, computed));
    }
    steps.add(step("BENEFIT", entitled ? group(computed) : group(computed) + " → 0.00", amount));
    return new Decision(
        inputs.facts().benefitKind(),
        amount.isPositive() ? Outcome.PAYABLE : Outcome.NOT_PAYABLE,
        asked,
        amount,
        failed,
        illnessGroup,
        checks,
        less,
        steps,
        Canonical.hash(inputs));
  }

  /** A step with its inputs given as name, value, name, value. */
  static Step step(String name, String formula, Money result, String... inputs) {
    return step(name, formula, group(result), inputs);
  }

  static Step step(String name, String formula, String result, String... inputs) {
    var named = new TreeMap<String, String>();
    for (var i = 0; i < inputs.length; i += 2) {
      named.put(inputs[i], Arrays.asList(inputs).get(i + 1));
    }
    return new Step(name, formula, named, result);
  }

  /** Digits in groups of three, as people read amounts. */
  static String group(Money money) {
    return group(money.amount());
  }

  static String group(BigDecimal exact) {
    var padded = exact.scale() < 2 ? exact.setScale(2) : trimmed(exact);
    var plain = new StringBuilder(padded.toPlainString());
    var first = plain.charAt(0) == '-' ? 1 : 0;
    for (var at = plain.indexOf(".") - 3; at > first; at -= 3) {
      plain.insert(at, ',');
    }
    return plain.toString();
  }

  private static BigDecimal trimmed(BigDecimal exact) {
    var stripped = exact.stripTrailingZeros();
    return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
  }
}
