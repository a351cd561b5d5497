package org.gonghui.insurance.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.gonghui.insurance.adjudication.Inputs.Origin;
import org.gonghui.insurance.bill.Bills;
import org.gonghui.insurance.bill.Bills.Bill;
import org.gonghui.insurance.casework.Casework;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimLinks;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.decision.CaseFile;
import org.gonghui.insurance.filing.Drafting.Known;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.settlement.Settlements;
import org.gonghui.insurance.settlement.Stay;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.PersonKeys;

/**
 * Finds what is already there about an event, and locks it, so that two who file at once meet in
 * one claim.
 */
@ApplicationScoped
public class Standing {
  private final Claims claims;
  private final Bills bills;
  private final Settlements settlements;
  private final Casework casework;
  private final PersonKeys keys;

  Standing(
      Claims claims, Bills bills, Settlements settlements, Casework casework, PersonKeys keys) {
    this.claims = claims;
    this.bills = bills;
    this.settlements = settlements;
    this.casework = casework;
    this.keys = keys;
  }

  /** The same group has the same index, and nobody reads an illness from it. */
  public static String indexOf(PersonKeys keys, String group) {
    return keys.blindIndex("illness-group", group);
  }

  public Known lock(PersonKey person, ClaimFacts facts, PlanYear year) {
    return switch (facts.kind()) {
      case HOSPITAL -> ofBill(person, Objects.requireNonNull(facts.stay()), year);
      case CRITICAL_ILLNESS -> ofIllness(person, facts);
      case DEATH -> ofDeath(person, facts);
    };
  }

  private Known ofBill(PersonKey person, Stay stay, PlanYear year) {
    var billKey = bills.keyOf(stay.providerCode(), stay.invoiceNo(), person);
    bills.open(
        new Bill(
            billKey,
            person,
            bills.invoiceIndexOf(stay.providerCode(), stay.invoiceNo()),
            year.year(),
            stay.amounts().outOfPocket(),
            Money.ZERO));
    var settlement = settlements.findForBill(billKey);
    var partner =
        settlement.flatMap(
            s ->
                settlements
                    .findStay(s.id())
                    .map(sent -> ClaimFacts.of(sent, new Origin(s.source(), null))));
    var settlementId = settlement.map(s -> s.id()).orElse(null);
    return new Known(claims.findLive(billKey), ClaimLinks.ofBill(billKey, settlementId), partner);
  }

  private Known ofIllness(PersonKey person, ClaimFacts facts) {
    var file = lockPerson(person, facts);
    var group = file.decide().illnessGroup();
    if (group == null) {
      return new Known(Optional.empty(), ClaimLinks.NONE, Optional.empty());
    }
    var index = indexOf(keys, group);
    var standing = claims.findLiveIllness(person, index);
    var open = standing.filter(claim -> claim.status().isOpen());
    // A decided claim for the illness stays the only one; the engine then says ALREADY_PAID.
    var links = ClaimLinks.NONE.ill(standing.isPresent() ? null : index, group);
    return new Known(open, links, Optional.empty());
  }

  private Known ofDeath(PersonKey person, ClaimFacts facts) {
    lockPerson(person, facts);
    return new Known(claims.findLiveDeath(person), ClaimLinks.NONE, Optional.empty());
  }

  private CaseFile lockPerson(PersonKey person, ClaimFacts facts) {
    var file = casework.open(person, facts, LocalDate.EPOCH, null);
    return casework.locked(file, person, null, "");
  }
}
