package org.gonghui.insurance.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.adjudication.Inputs.Origin;
import org.gonghui.insurance.bill.Bills;
import org.gonghui.insurance.bill.Bills.Bill;
import org.gonghui.insurance.casework.Casework;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimHead;
import org.gonghui.insurance.claim.ClaimHead.Channel;
import org.gonghui.insurance.claim.ClaimHead.Claimant;
import org.gonghui.insurance.claim.ClaimLinks;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.decision.CaseFile;
import org.gonghui.insurance.decision.CaseFiles.Known;
import org.gonghui.insurance.settlement.SettlementArrived;
import org.gonghui.insurance.settlement.SettlementStatus;
import org.gonghui.insurance.settlement.Settlements;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;

/**
 * A benefit without application (免申即享): a settlement becomes a claim, or joins the one there is.
 */
@ApplicationScoped
public class AutoClaim {
  private final Casework casework;
  private final Claims claims;
  private final Bills bills;
  private final Settlements settlements;
  private final Outcomes outcomes;

  AutoClaim(
      Casework casework, Claims claims, Bills bills, Settlements settlements, Outcomes outcomes) {
    this.casework = casework;
    this.claims = claims;
    this.bills = bills;
    this.settlements = settlements;
    this.outcomes = outcomes;
  }

  void on(@Observes SettlementArrived arrived) {
    var stay = arrived.stay();
    var person = arrived.person().personKey();
    var billKey = bills.keyOf(stay.providerCode(), stay.invoiceNo(), person);
    var facts = ClaimFacts.of(stay, new Origin(arrived.source(), arrived.judgedAt()));
    var filedOn = arrived.judgedAt().atZone(ClockProducer.ZONE).toLocalDate();
    var known = new Known(arrived.covers(), Optional.of(arrived.person()));
    var file = casework.lockNew(person, facts, filedOn, known, arrived.ruling());
    var opened =
        bills.open(
            new Bill(
                billKey,
                person,
                bills.invoiceIndexOf(stay.providerCode(), stay.invoiceNo()),
                file.year().year(),
                stay.amounts().outOfPocket(),
                Money.ZERO));
    var standing =
        Optional.ofNullable(arrived.replacedClaim())
            .flatMap(claims::find)
            .filter(claim -> claim.status().isLive())
            .or(() -> opened.fresh() ? Optional.empty() : claims.findLive(billKey));
    if (standing.isPresent()) {
      outcomes.attach(standing.get(), facts, billKey, arrived);
    } else {
      claim(arrived, facts, file, opened.bill());
    }
    outcomes.draftIllness(arrived, file);
  }

  private void claim(SettlementArrived arrived, ClaimFacts facts, CaseFile locked, Bill bill) {
    var billKey = bill.billKey();
    var claim = draft(arrived, facts, billKey);
    var file = casework.onBill(locked, bill, claim.id().toString());
    var decision = file.decide();
    var id = arrived.settlementId();
    if (decision.isPayable()) {
      outcomes.open(claim, file, decision, arrived.source());
      settlements.finish(id, SettlementStatus.CLAIMED, billKey, claim.id());
    } else {
      settlements.explain(id, Canonical.bytes(decision));
      settlements.finish(id, SettlementStatus.NOT_PAYABLE, billKey, null);
      outcomes.tellBurden(claim.head(), file);
    }
  }

  private Claim draft(SettlementArrived arrived, ClaimFacts facts, String billKey) {
    var day = arrived.stay().admittedOn();
    var cover = arrived.cover();
    var year = arrived.ruling().year();
    var head =
        new ClaimHead(
            Uuid7.next(),
            claims.nextNo(year.year()),
            year.planCode(),
            year.year(),
            facts.kind(),
            arrived.person().personKey(),
            cover.areaOn(day),
            cover.employerOn(day).value(),
            day,
            Channel.AUTO,
            Claimant.NONE,
            arrived.source(),
            arrived.judgedAt());
    var links = ClaimLinks.ofBill(billKey, arrived.settlementId());
    return new Claim(head, facts, links, true, day);
  }
}
