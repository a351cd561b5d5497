package org.gonghui.insurance.arrival;

import static org.gonghui.insurance.settlement.SettlementStatus.ATTACHED;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.gonghui.insurance.bill.Bills;
import org.gonghui.insurance.casework.Casework;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimSteps;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.filing.Submission;
import org.gonghui.insurance.settlement.SettlementArrived;
import org.gonghui.insurance.settlement.Settlements;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.Uuid7;

/** A settlement meets a claim for the same bill: a partner's facts count more than typed ones. */
@ApplicationScoped
public class Attachment {
  private final Claims claims;
  private final Settlements settlements;
  private final Bills bills;
  private final Submission submission;
  private final Corrections corrections;

  Attachment(
      Claims claims,
      Settlements settlements,
      Bills bills,
      Submission submission,
      Corrections corrections) {
    this.claims = claims;
    this.settlements = settlements;
    this.bills = bills;
    this.submission = submission;
    this.corrections = corrections;
  }

  void attach(Claim claim, ClaimFacts facts, String billKey, SettlementArrived arrived) {
    settlements.finish(arrived.settlementId(), ATTACHED, billKey, claim.id());
    if (!claim.status().isOpen()) {
      corrections.propose(claim, facts, arrived);
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
    corrections.attached(claim, arrived);
    switch (claim.status()) {
      case DRAFT, INCOMPLETE -> submission.decide(claim, arrived.source());
      case IN_REVIEW, SECOND_REVIEW -> submission.decideAgain(claim, arrived.source());
      case APPROVED, PAID, REFUSED, WITHDRAWN, EXPIRED, REVERSED ->
          throw new IllegalStateException("only open claims are restated");
    }
    claims.save(claim, null);
  }

  /** What is done when a source changes the facts of a claim that was already decided. */
  @ApplicationScoped
  static class Corrections {
    private final Casework casework;
    private final Sql sql;
    private final ClaimSteps steps;
    private final Clock clock;

    Corrections(Casework casework, Sql sql, ClaimSteps steps, Clock clock) {
      this.casework = casework;
      this.sql = sql;
      this.steps = steps;
      this.clock = clock;
    }

    void attached(Claim claim, SettlementArrived arrived) {
      steps.add(claim.id(), "SETTLEMENT_ATTACHED", arrived.source(), Map.of());
    }

    /** The engine says what would be right; an officer decides what follows. */
    void propose(Claim claim, ClaimFacts facts, SettlementArrived arrived) {
      attached(claim, arrived);
      var before = claim.facts().stay();
      if (before != null && before.amounts().equals(arrived.stay().amounts())) {
        return;
      }
      var head = claim.head();
      var filedOn = head.judgedAt().atZone(org.gonghui.kit.time.ClockProducer.ZONE).toLocalDate();
      var file = casework.open(head.personKey(), facts, filedOn, claim);
      var expected = file.decide().amount();
      sql.update(
          "insert into correction_task (id, claim_id, settlement_id, expected, created_at)"
              + " values (?, ?, ?, ?, ?)",
          Uuid7.next(),
          claim.id(),
          arrived.settlementId(),
          expected,
          clock.instant());
      steps.add(
          claim.id(),
          "CORRECTION_PROPOSED",
          arrived.source(),
          Map.of("delta", difference(expected, claim.granted())));
    }

    private static String difference(Money expected, Money granted) {
      return expected.minus(granted).toString();
    }
  }
}
