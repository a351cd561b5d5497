package org.gonghui.aid.household.category;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.aid.household.category.Family.Exclusion;
import org.gonghui.aid.household.category.MissingFact.Fact;
import org.gonghui.aid.household.category.Verdict.Answer;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The explained answer to a family's means under one scheme (认定测算): a pure function, the same bytes
 * for the same inputs.
 *
 * @param disposable a year's income less rigid expenditure, absent while a fact is missing
 * @param netMonthlyPerCapita for display only, half up; no rule reads it
 */
public record Assessment(
    Outcome outcome,
    @Nullable Category category,
    @Nullable Money disposable,
    @Nullable Money netMonthlyPerCapita,
    List<Verdict> rules,
    List<MissingFact> missing,
    List<Exclusion> exclusions) {

  /** What an assessment may say. */
  public enum Outcome {
    CATEGORY,
    NONE,
    EXCLUDED,
    NEEDS_INFORMATION
  }

  public static Assessment of(Family family, CategoryScheme scheme, Standard standard) {
    var balance = Balance.of(family, scheme.countedIncome(), standard);
    var judgement = new Judgement(family, balance, standard);
    var verdicts = new ArrayList<Verdict>();
    for (var rule : scheme.rules()) {
      var verdict = judgement.on(rule);
      verdicts.add(verdict);
      if (verdict.answer() == Answer.YES) {
        break;
      }
    }
    var outcome = outcome(family, verdicts);
    return new Assessment(
        outcome,
        outcome == Outcome.CATEGORY ? verdicts.getLast().category() : null,
        balance.isKnown() ? balance.disposable() : null,
        balance.isKnown() ? perHeadAndMonth(balance.disposable(), family.size()) : null,
        List.copyOf(verdicts),
        missing(family, verdicts),
        exclusions(family));
  }

  private static List<Exclusion> exclusions(Family family) {
    return family.exclusions() == null ? List.of() : family.exclusions().stream().sorted().toList();
  }

  /**
   * An exclusion decides alone; a category does not, while an exclusion may still come to light.
   */
  private static Outcome outcome(Family family, List<Verdict> verdicts) {
    if (family.exclusions() != null && !family.exclusions().isEmpty()) {
      return Outcome.EXCLUDED;
    }
    if (!missing(family, verdicts).isEmpty()) {
      return Outcome.NEEDS_INFORMATION;
    }
    return verdicts.getLast().answer() == Answer.YES ? Outcome.CATEGORY : Outcome.NONE;
  }

  private static List<MissingFact> missing(Family family, List<Verdict> verdicts) {
    var missing = new ArrayList<>(verdicts.stream().flatMap(v -> v.missing().stream()).toList());
    if (family.exclusions() == null) {
      missing.add(new MissingFact("/exclusions", Fact.EXCLUSIONS));
    }
    return missing.stream().distinct().toList();
  }

  private static Money perHeadAndMonth(Money disposable, int people) {
    return new Money(
        disposable.amount().divide(BigDecimal.valueOf(12L * people), 2, RoundingMode.HALF_UP));
  }
}
