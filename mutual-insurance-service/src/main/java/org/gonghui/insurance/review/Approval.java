package org.gonghui.insurance.review;

import static org.gonghui.insurance.claim.ClaimProblems.DECISION_CHANGED;
import static org.gonghui.insurance.claim.ClaimProblems.DUPLICATE_CLAIM;
import static org.gonghui.insurance.claim.ClaimProblems.NOTHING_TO_APPROVE;
import static org.gonghui.kit.problem.Problems.illegalTransition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.casework.Casework;
import org.gonghui.insurance.casework.Grants;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.decision.CaseFile;
import org.gonghui.insurance.decision.Decisions;
import org.gonghui.insurance.decision.StoredDecision.Kind;
import org.gonghui.insurance.review.Hands.Hand;
import org.gonghui.insurance.timeline.ClaimSteps;
import org.gonghui.kit.identity.Caller;

/** A person grants what the engine says at this moment, or learns that it now says otherwise. */
@ApplicationScoped
public class Approval {
  private final Claims claims;
  private final Casework casework;
  private final Grants grants;
  private final Decisions decisions;
  private final Hands hands;
  private final ClaimSteps steps;
  private final Caller caller;

  Approval(
      Claims claims,
      Casework casework,
      Grants grants,
      Decisions decisions,
      Hands hands,
      ClaimSteps steps,
      Caller caller) {
    this.claims = claims;
    this.casework = casework;
    this.grants = grants;
    this.decisions = decisions;
    this.hands = hands;
    this.steps = steps;
    this.caller = caller;
  }

  /** The reviewer's approval; from the second-approval amount on it only passes the claim on. */
  public Claim approve(Claim claim) {
    requireIn(claim, ClaimStatus.IN_REVIEW);
    hands.requireNew(claim);
    hands.note(claim.id(), Hand.REVIEW);
    var locked = locked(claim);
    var decision = locked.decide();
    requireAsShown(claim, locked, decision);
    if (decision.amount().isAtLeast(locked.terms().control().secondApprovalFrom())) {
      claim.secondReview();
      steps.add(claim, "SECOND_REVIEW", caller.subject(), Map.of());
      return claim;
    }
    return granted(claim, locked);
  }

  /** The approver's word on a large amount. */
  public Claim approveSecond(Claim claim) {
    requireIn(claim, ClaimStatus.SECOND_REVIEW);
    hands.requireNew(claim);
    hands.note(claim.id(), Hand.SECOND_REVIEW);
    var locked = locked(claim);
    requireAsShown(claim, locked, locked.decide());
    return granted(claim, locked);
  }

  private CaseFile locked(Claim claim) {
    if (claim.links().duplicateOf() != null && claim.head().kind() == BenefitKind.HOSPITAL) {
      throw DUPLICATE_CLAIM.because("this claim repeats another one: refuse it");
    }
    return casework.locked(
        casework.open(claim),
        claim.head().personKey(),
        claim.links().billKey(),
        claim.id().toString());
  }

  private Claim granted(Claim claim, CaseFile locked) {
    grants.grant(claim, Kind.REVIEW, casework.take(locked, claim), caller.subject());
    return claim;
  }

  /** What the checker saw must still be what would be granted. */
  private void requireAsShown(Claim claim, CaseFile now, Decision decision) {
    var shown = decisions.require(claim.id(), claim.decisionNo()).decision().amount();
    if (!decision.amount().equals(shown)) {
      show(claim.id(), now, decision);
      throw DECISION_CHANGED
          .because("%s was shown, now it would be %s", shown, decision.amount())
          .with("amount", decision.amount().toString());
    }
    if (!decision.isPayable()) {
      throw NOTHING_TO_APPROVE.because("correct the facts, or refuse with a reason");
    }
  }

  /** Kept although the approval is refused, so that the next look sees it. */
  private void show(UUID claimId, CaseFile now, Decision decision) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              var fresh = claims.require(claimId);
              grants.show(fresh, Kind.REVIEW, now, decision, caller.subject());
              claims.save(fresh);
            });
  }

  private static void requireIn(Claim claim, ClaimStatus status) {
    if (claim.status() != status) {
      throw illegalTransition(claim.status(), ClaimStatus.APPROVED, claim.status().next());
    }
  }
}
