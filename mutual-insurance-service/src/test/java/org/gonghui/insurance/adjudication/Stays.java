package org.gonghui.insurance.adjudication;

import java.time.LocalDate;
import java.util.List;
import org.gonghui.insurance.adjudication.Facts.Amounts;
import org.gonghui.insurance.adjudication.Facts.Cause;
import org.gonghui.insurance.adjudication.Inputs.CoverPeriod;
import org.gonghui.kit.money.Money;

/** Members of 2017 and their stays, naming only what matters. */
final class Stays {
  static final LocalDate ADMITTED = LocalDate.of(2017, 5, 8);
  static final LocalDate DISCHARGED = LocalDate.of(2017, 5, 19);
  static final List<CoverPeriod> RENEWED =
      List.of(new CoverPeriod(LocalDate.of(2017, 1, 1), LocalDate.of(2018, 1, 1), false));

  private Stays() {}

  static Amounts amounts(String inList, String offList) {
    var zero = Money.ZERO;
    var inside = Money.of(inList);
    var outside = Money.of(offList);
    return new Amounts(inside.plus(outside), zero, zero, zero, zero, inside, outside);
  }

  static Facts.HospitalStay stay(String inList) {
    return stay(inList, "0.00");
  }

  static Facts.HospitalStay stay(String inList, String offList) {
    return stay(amounts(inList, offList), ADMITTED, DISCHARGED, Cause.ILLNESS);
  }

  static Facts.HospitalStay stay(
      Amounts amounts, LocalDate admitted, LocalDate discharged, Cause cause) {
    return new Facts.HospitalStay("H330602001", 3, admitted, discharged, cause, amounts);
  }

  static Facts.Illness tumour(LocalDate day) {
    return new Facts.Illness(day, List.of("C34.1"), List.of(), false, true, 3, Cause.ILLNESS);
  }

  static Inputs renewed(Facts facts) {
    return Inputs.of(facts, RENEWED, facts.windowStart().plusDays(1));
  }

  static Inputs joined(Facts facts, LocalDate coverFrom) {
    var cover = new CoverPeriod(coverFrom, LocalDate.of(2018, 1, 1), true);
    return Inputs.of(facts, List.of(cover), facts.windowStart().plusDays(1));
  }

  static Decision decide(Inputs inputs) {
    return Adjudication.adjudicate(inputs, Terms.defaults());
  }

  static Decision decide(Facts facts) {
    return decide(renewed(facts));
  }
}
