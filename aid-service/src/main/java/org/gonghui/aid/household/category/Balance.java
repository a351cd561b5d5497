package org.gonghui.aid.household.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gonghui.aid.household.category.Family.Income;
import org.gonghui.aid.household.category.Family.Member;
import org.gonghui.aid.household.category.MissingFact.Fact;
import org.gonghui.kit.money.Money;

/** A year's counted income less what cannot be saved on, with the facts that it lacks. */
record Balance(Money income, Money rigid, List<MissingFact> missing) {

  static Balance of(Family family, Set<Income> counted, Standard standard) {
    var missing = new ArrayList<MissingFact>();
    var income = Money.ZERO;
    for (var i = 0; i < family.size(); i++) {
      income =
          income.plus(
              incomeOf(family.members().get(i), "/members/" + i, counted, standard, missing));
    }
    var expenditure = family.expenditure();
    if (expenditure == null) {
      missing.add(new MissingFact("/expenditure", Fact.EXPENDITURE));
    }
    var rigid = expenditure == null ? Money.ZERO : Money.sum(expenditure.values());
    return new Balance(income, rigid, List.copyOf(missing));
  }

  /** Who could work and does not say why not counts with a year of the minimum wage at least. */
  private static Money incomeOf(
      Member member, String at, Set<Income> counted, Standard standard, List<MissingFact> missing) {
    if (member.income() == null) {
      missing.add(new MissingFact(at + "/income", Fact.INCOME));
      return Money.ZERO;
    }
    var stated = counted(member.income(), counted);
    if (!member.shouldWork() || Boolean.TRUE.equals(member.reasonForNoWork())) {
      return stated;
    }
    if (member.ableToWork() == null) {
      missing.add(new MissingFact(at + "/ableToWork", Fact.ABLE_TO_WORK));
      return stated;
    }
    if (!member.ableToWork()) {
      return stated;
    }
    if (member.reasonForNoWork() == null) {
      missing.add(new MissingFact(at + "/reasonForNoWork", Fact.REASON_FOR_NO_WORK));
      return stated;
    }
    var wages = Objects.requireNonNullElse(member.income().get(Income.WAGES), Money.ZERO);
    return stated.plus(standard.yearOfMinimumWage().minus(wages).max(Money.ZERO));
  }

  private static Money counted(Map<Income, Money> income, Set<Income> counted) {
    return Money.sum(
        income.entrySet().stream()
            .filter(entry -> counted.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList());
  }

  boolean isKnown() {
    return missing.isEmpty();
  }

  Money disposable() {
    return income.minus(rigid);
  }

  Step step() {
    return new Step(
        "income − rigid expenditure",
        Map.of("income", income.toString(), "rigid", rigid.toString()),
        disposable().toString());
  }
}
