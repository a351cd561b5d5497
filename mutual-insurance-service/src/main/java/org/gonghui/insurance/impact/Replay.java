package org.gonghui.insurance.impact;

import java.util.HashMap;
import java.util.Map;
import org.gonghui.insurance.adjudication.Adjudication;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.adjudication.Inputs;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.kit.money.Money;

/**
 * One person's decided claims once more, in their order, under other terms. What an earlier claim
 * would have got more or less is used more or less of the yearly limit when the next one comes.
 */
final class Replay {
  private final Terms terms;
  private final Map<Integer, Money> shiftByYear = new HashMap<>();

  Replay(Terms terms) {
    this.terms = terms;
  }

  /** What the next claim would have got instead of what was granted. */
  Money next(Inputs inputs, Money granted) {
    if (inputs.facts().benefitKind() != BenefitKind.HOSPITAL) {
      return Adjudication.adjudicate(inputs, terms).amount();
    }
    var shift = shiftByYear.getOrDefault(inputs.planYear(), Money.ZERO);
    var used = inputs.usedOfLimit().plus(shift).max(Money.ZERO);
    var amount = Adjudication.adjudicate(inputs.withUsed(used), terms).amount();
    shiftByYear.put(inputs.planYear(), shift.plus(amount).minus(granted));
    return amount;
  }
}
