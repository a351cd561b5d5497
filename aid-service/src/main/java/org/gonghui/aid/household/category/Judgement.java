package org.gonghui.aid.household.category;

import static org.gonghui.aid.household.category.Verdict.Answer.NO;
import static org.gonghui.aid.household.category.Verdict.Answer.UNKNOWN;
import static org.gonghui.aid.household.category.Verdict.Answer.YES;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.gonghui.aid.household.category.CategoryScheme.Rule;
import org.gonghui.aid.household.category.Criterion.Allowance;
import org.gonghui.aid.household.category.Criterion.Means;
import org.gonghui.aid.household.category.Criterion.RuinousLoss;
import org.gonghui.aid.household.category.Criterion.SuddenHardship;
import org.gonghui.aid.household.category.Family.Cause;
import org.gonghui.aid.household.category.Family.Loss;
import org.gonghui.aid.household.category.MissingFact.Fact;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** Holds one rule of a scheme against a family; compares without dividing. */
record Judgement(Family family, Balance balance, Standard standard) {
  private static final BigDecimal FEN = new BigDecimal("0.01");

  Verdict on(Rule rule) {
    return switch (rule.criterion()) {
      case Allowance _ -> allowance(rule.category());
      case Means means -> means(rule.category(), means);
      case RuinousLoss loss -> ruinousLoss(rule.category(), loss);
      case SuddenHardship hardship -> suddenHardship(rule.category(), hardship);
    };
  }

  private Verdict allowance(Category category) {
    var receives = family.subsistenceAllowance();
    return receives == null
        ? unknown(category, new MissingFact("/subsistenceAllowance", Fact.SUBSISTENCE_ALLOWANCE))
        : new Verdict(category, receives ? YES : NO, List.of(), List.of(), null);
  }

  private Verdict means(Category category, Means means) {
    if (!balance.isKnown()) {
      return new Verdict(category, UNKNOWN, List.of(), balance.missing(), null);
    }
    var line = standard.yearly(means.factor(), family.size());
    var most = means.strict() ? line.subtract(FEN).setScale(2, RoundingMode.CEILING) : line;
    var step = compared(means.strict() ? "disposable < " : "disposable ≤ ", means.factor(), line);
    if (!means.withinMinimumWage()) {
      return within(category, most, List.of(balance.step(), step));
    }
    var wage = standard.yearOfMinimumWage(family.size());
    var wageStep =
        new Step(
            "disposable ≤ minimum wage × 12 × n",
            Map.of("disposable", disposable().toString(), "n", String.valueOf(family.size())),
            wage.toString());
    return within(category, most.min(wage.amount()), List.of(balance.step(), step, wageStep));
  }

  private Verdict within(Category category, BigDecimal most, List<Step> steps) {
    var over = disposable().amount().subtract(most);
    return over.signum() <= 0
        ? new Verdict(category, YES, steps, List.of(), null)
        : new Verdict(category, NO, steps, List.of(), up(over));
  }

  private Verdict ruinousLoss(Category category, RuinousLoss rule) {
    var loss = family.loss();
    if (loss == null) {
      return unknown(category, new MissingFact("/loss", Fact.LOSS));
    }
    if (isNone(loss)) {
      return new Verdict(category, NO, List.of(), List.of(), null);
    }
    if (!balance.isKnown()) {
      return new Verdict(category, UNKNOWN, List.of(), balance.missing(), null);
    }
    var isPoor =
        disposable().amount().compareTo(standard.yearly(rule.ceiling(), family.size())) <= 0;
    var reserves = isPoor ? Money.ZERO : reserves();
    return reserves == null
        ? unknown(category, new MissingFact("/savings", Fact.ASSETS))
        : leaves(category, rule, loss, reserves);
  }

  private Verdict leaves(Category category, RuinousLoss rule, Loss loss, Money reserves) {
    var left = disposable().plus(reserves).minus(loss.amount());
    var line = standard.yearly(rule.floor(), family.size());
    var step =
        new Step(
            "disposable + reserves − loss ≤ %s × S × 12 × n".formatted(rule.floor()),
            Map.of(
                "disposable", disposable().toString(),
                "reserves", reserves.toString(),
                "loss", loss.amount().toString(),
                "left", left.toString()),
            exact(line));
    var over = left.amount().subtract(line);
    var steps = List.of(balance.step(), step);
    return over.signum() <= 0
        ? new Verdict(category, YES, steps, List.of(), null)
        : new Verdict(category, NO, steps, List.of(), up(over));
  }

  private Verdict suddenHardship(Category category, SuddenHardship rule) {
    var loss = family.loss();
    if (loss == null) {
      return unknown(category, new MissingFact("/loss", Fact.LOSS));
    }
    if (isNone(loss) || rule.causes().contains(loss.cause())) {
      return new Verdict(category, isNone(loss) ? NO : YES, List.of(), List.of(), null);
    }
    var unstated =
        balance.missing().stream().filter(fact -> fact.fact() != Fact.EXPENDITURE).toList();
    if (!unstated.isEmpty()) {
      return new Verdict(category, UNKNOWN, List.of(), unstated, null);
    }
    var line = balance.income().amount().multiply(rule.shareOfIncome());
    var step =
        new Step(
            "loss > %s × income".formatted(rule.shareOfIncome()),
            Map.of("loss", loss.amount().toString(), "income", balance.income().toString()),
            exact(line));
    var answer = loss.amount().amount().compareTo(line) > 0 ? YES : NO;
    return new Verdict(category, answer, List.of(step), List.of(), null);
  }

  private static boolean isNone(Loss loss) {
    return loss.cause() == Cause.NONE || loss.amount().isZero();
  }

  private @Nullable Money reserves() {
    var savings = family.savings();
    var investments = family.investments();
    return savings == null || investments == null ? null : savings.plus(investments);
  }

  private Money disposable() {
    return balance.disposable();
  }

  private Step compared(String comparison, BigDecimal factor, BigDecimal line) {
    return new Step(
        comparison + factor + " × S × 12 × n",
        Map.of(
            "disposable", disposable().toString(),
            "S", standard.subsistence().toString(),
            "n", String.valueOf(family.size())),
        exact(line));
  }

  private static Verdict unknown(Category category, MissingFact fact) {
    return new Verdict(category, UNKNOWN, List.of(), List.of(fact), null);
  }

  private static String exact(BigDecimal line) {
    var stripped = line.stripTrailingZeros();
    return stripped.setScale(Math.max(2, stripped.scale())).toPlainString();
  }

  private static Money up(BigDecimal exact) {
    return new Money(exact.setScale(2, RoundingMode.UP));
  }
}
