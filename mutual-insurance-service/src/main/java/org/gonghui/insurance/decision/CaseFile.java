package org.gonghui.insurance.decision;

import java.util.Optional;
import org.gonghui.insurance.adjudication.Adjudication;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.adjudication.Inputs;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.insurance.enrolment.Cover;
import org.gonghui.insurance.member.Person;
import org.gonghui.insurance.plan.PlanVersion;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.kit.money.Money;

/** What an adjudication needs to know, and the terms by which it is done. */
public record CaseFile(
    Inputs inputs,
    PlanYear year,
    PlanVersion version,
    Optional<Cover> cover,
    Optional<Person> person,
    boolean locked) {

  public Terms terms() {
    return version.terms();
  }

  public Decision decide() {
    return Adjudication.adjudicate(inputs, terms());
  }

  /** The same case as if a benefit that is part of what is used had not been granted. */
  public CaseFile without(Money granted) {
    var used = inputs.usedOfLimit().minus(granted);
    return with(used, inputs.paidByOthers(), locked);
  }

  /** The same case with the limit and the bill as they are now, locked or only seen. */
  public CaseFile with(Money used, Money paidByOthers, boolean held) {
    return new CaseFile(
        inputs.withUsed(used).withPaidByOthers(paidByOthers), year, version, cover, person, held);
  }
}
