package org.gonghui.insurance.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gonghui.kit.problem.Problems.illegalTransition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.adjudication.Inputs.Origin;
import org.gonghui.insurance.adjudication.Reason;
import org.gonghui.insurance.bill.Bills;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimEvent;
import org.gonghui.insurance.claim.ClaimEvent.News;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.filing.Restatement;
import org.gonghui.insurance.filing.Submission;
import org.gonghui.insurance.review.Hands.Hand;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.timeline.ClaimSteps;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.person.Seal;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;

/** What a reviewer does short of approving: refuses, gives back, corrects facts, asks. */
@ApplicationScoped
public class Refusal {
  private final Hands hands;
  private final Bills bills;
  private final Restatement restatement;
  private final Submission submission;
  private final Notes notes;
  private final Caller caller;
  private final Clock clock;

  Refusal(
      Hands hands,
      Bills bills,
      Restatement restatement,
      Submission submission,
      Notes notes,
      Caller caller,
      Clock clock) {
    this.hands = hands;
    this.bills = bills;
    this.restatement = restatement;
    this.submission = submission;
    this.notes = notes;
    this.caller = caller;
    this.clock = clock;
  }

  Claim refuse(Claim claim, List<Reason> codes, String text) {
    requireIn(claim, ClaimStatus.IN_REVIEW, ClaimStatus.REFUSED);
    hands.requireNew(claim);
    hands.note(claim.id(), Hand.REVIEW);
    claim.refuse(clock.instant());
    notes.refused(claim, codes, text, caller.subject());
    return claim;
  }

  Claim giveBack(Claim claim, String reason) {
    requireIn(claim, ClaimStatus.SECOND_REVIEW, ClaimStatus.IN_REVIEW);
    hands.requireNew(claim);
    hands.note(claim.id(), Hand.SECOND_REVIEW);
    claim.returnToReview();
    notes.step(claim, "RETURNED_TO_REVIEW", Map.of("reason", reason), caller.subject());
    return claim;
  }

  /** The corrected facts replace the old ones, which stay in the story; the engine decides. */
  Claim correct(Claim claim, FactCorrection correction) {
    requireIn(claim, ClaimStatus.IN_REVIEW, ClaimStatus.IN_REVIEW);
    hands.note(claim.id(), Hand.CORRECTION);
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, ClockProducer.ZONE);
    var before = claim.facts();
    var facts = correction.facts(before, new Origin(correction.source(), now), today);
    if (Boolean.TRUE.equals(correction.acceptLateFiling())) {
      claim.acceptLateFiling();
    }
    restatement.restate(claim, facts);
    correctBill(claim, facts);
    notes.corrected(claim, before, correction, caller.subject());
    submission.decideAgain(claim, caller.subject());
    return claim;
  }

  void noteRequest(Claim claim, List<String> kinds, String reason) {
    requireIn(claim, ClaimStatus.IN_REVIEW, ClaimStatus.INCOMPLETE);
    notes.step(
        claim, "DOCUMENTS_REQUESTED", Map.of("kinds", kinds, "reason", reason), caller.subject());
  }

  private void correctBill(Claim claim, ClaimFacts facts) {
    var billKey = claim.links().billKey();
    var stay = facts.stay();
    if (billKey != null && stay != null) {
      bills.correct(billKey, stay.amounts().outOfPocket());
    }
  }

  private static void requireIn(Claim claim, ClaimStatus status, ClaimStatus next) {
    if (claim.status() != status) {
      throw illegalTransition(claim.status(), next, claim.status().next());
    }
  }

  /** Where reasons and former facts are kept. */
  @ApplicationScoped
  static class Notes {
    private final ClaimSteps steps;
    private final Outbox outbox;
    private final Sql sql;
    private final Seal seal;
    private final Clock clock;

    Notes(ClaimSteps steps, Outbox outbox, Sql sql, Seal seal, Clock clock) {
      this.steps = steps;
      this.outbox = outbox;
      this.sql = sql;
      this.seal = seal;
      this.clock = clock;
    }

    void step(Claim claim, String step, Map<String, Object> detail, String by) {
      steps.add(claim, step, by, detail);
    }

    void refused(Claim claim, List<Reason> codes, String text, String by) {
      var names = codes.stream().map(Enum::name).toList();
      steps.add(claim, "REFUSED", by, Map.of("codes", names, "reason", text));
      outbox.record(new ClaimEvent.Refused(News.of(claim, null), clock.instant()));
    }

    void corrected(Claim claim, ClaimFacts before, FactCorrection correction, String by) {
      sql.update(
          "insert into fact_correction (id, claim_id, facts, source, reason, corrected_by,"
              + " created_at) values (?, ?, ?, ?, ?, ?, ?)",
          Uuid7.next(),
          claim.id(),
          seal.seal(new String(Canonical.bytes(before), UTF_8)),
          correction.source(),
          correction.reason(),
          by,
          clock.instant());
      steps.add(
          claim,
          "FACTS_CORRECTED",
          by,
          Map.of(
              "source",
              correction.source(),
              "reason",
              correction.reason(),
              "changed",
              before.differencesTo(claim.facts())));
    }
  }
}
