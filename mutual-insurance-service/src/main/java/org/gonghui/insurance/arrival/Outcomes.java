package org.gonghui.insurance.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.casework.HighOutOfPocket;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimHead;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.decision.CaseFile;
import org.gonghui.insurance.filing.Submission;
import org.gonghui.insurance.settlement.SettlementArrived;

/** What becomes of a settlement: a new claim, a claim that is there, or a draft for an illness. */
@ApplicationScoped
public class Outcomes {
  private final Claims claims;
  private final Submission submission;
  private final Attachment attachment;
  private final IllnessDraft illness;
  private final HighOutOfPocket burden;

  Outcomes(
      Claims claims,
      Submission submission,
      Attachment attachment,
      IllnessDraft illness,
      HighOutOfPocket burden) {
    this.claims = claims;
    this.submission = submission;
    this.attachment = attachment;
    this.illness = illness;
    this.burden = burden;
  }

  /** A new claim, decided in the same breath and stored once, as it then is. */
  void open(Claim claim, CaseFile file, Decision decision, String by) {
    submission.decide(claim, file, decision, by);
    claims.add(claim);
  }

  void attach(Claim standing, ClaimFacts facts, String billKey, SettlementArrived arrived) {
    attachment.attach(standing, facts, billKey, arrived);
  }

  void draftIllness(SettlementArrived arrived, CaseFile file) {
    illness.draft(arrived, file);
  }

  void tellBurden(ClaimHead head, CaseFile file) {
    burden.tellIfReached(head, burden.of(head), file.terms().afterwards().leadFrom());
  }
}
