package org.gonghui.insurance.arrival;

import static org.gonghui.insurance.settlement.SettlementStatus.ATTACHED;

import jakarta.enterprise.context.ApplicationScoped;
import org.gonghui.insurance.bill.Bills;
import org.gonghui.insurance.casework.Casework;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.correction.CorrectionTasks;
import org.gonghui.insurance.correction.CorrectionTasks.Cause;
import org.gonghui.insurance.filing.Submission;
import org.gonghui.insurance.filing.Telling;
import org.gonghui.insurance.settlement.SettlementArrived;
import org.gonghui.insurance.settlement.Settlements;
import org.gonghui.kit.time.ClockProducer;

/** A settlement meets a claim for the same bill: a partner's facts count more than typed ones. */
@ApplicationScoped
public class Attachment {
  private final Claims claims;
  private final Settlements settlements;
  private final Bills bills;
  private final Submission submission;
  private final Casework casework;
  private final CorrectionTasks tasks;
  private final Telling telling;

  Attachment(
      Claims claims,
      Settlements settlements,
      Bills bills,
      Submission submission,
      Casework casework,
      CorrectionTasks tasks,
      Telling telling) {
    this.claims = claims;
    this.settlements = settlements;
    this.bills = bills;
    this.submission = submission;
    this.casework = casework;
    this.tasks = tasks;
    this.telling = telling;
  }

  void attach(Claim claim, ClaimFacts facts, String billKey, SettlementArrived arrived) {
    settlements.finish(arrived.settlementId(), ATTACHED, billKey, claim.id());
    if (!claim.status().isOpen()) {
      telling.noted(claim, "SETTLEMENT_ATTACHED", arrived.source());
      propose(claim, facts, arrived);
      return;
    }
    bills.correct(billKey, arrived.stay().amounts().outOfPocket());
    var day = facts.eventDate();
    var cover = arrived.cover();
    claim.restate(
        claim
            .head()
            .at(
                arrived.ruling().year().year(),
                day,
                cover.areaOn(day),
                cover.employerOn(day).value()),
        facts,
        claim.links().settled(arrived.settlementId(), billKey),
        true);
    telling.noted(claim, "SETTLEMENT_ATTACHED", arrived.source());
    switch (claim.status()) {
      case DRAFT, INCOMPLETE -> submission.decide(claim, arrived.source());
      case IN_REVIEW, SECOND_REVIEW -> submission.decideAgain(claim, arrived.source());
      case APPROVED, PAID, REFUSED, WITHDRAWN, EXPIRED, REVERSED ->
          throw new IllegalStateException("only open claims are restated");
    }
    claims.save(claim);
  }

  /** The engine says what would be right; people decide what follows. */
  private void propose(Claim claim, ClaimFacts facts, SettlementArrived arrived) {
    var before = claim.facts().stay();
    if (before != null && before.amounts().equals(arrived.stay().amounts())) {
      return;
    }
    var head = claim.head();
    var filedOn = head.judgedAt().atZone(ClockProducer.ZONE).toLocalDate();
    var file = casework.open(head.personKey(), facts, filedOn, claim);
    var seen =
        casework.seen(file, head.personKey(), claim.links().billKey(), claim.id().toString());
    var expected = seen.without(claim.granted()).decide().amount();
    tasks.open(claim, Cause.SETTLEMENT_CHANGED, arrived.settlementId(), expected, arrived.source());
  }
}
