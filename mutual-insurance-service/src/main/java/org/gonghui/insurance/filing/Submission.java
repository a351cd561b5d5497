package org.gonghui.insurance.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.casework.Casework;
import org.gonghui.insurance.casework.Grants;
import org.gonghui.insurance.casework.ReviewReasons;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.decision.CaseFile;
import org.gonghui.insurance.decision.StoredDecision.Kind;
import org.gonghui.insurance.document.DocumentKind;
import org.gonghui.insurance.document.Documents;
import org.gonghui.kit.calendar.Deadline;
import org.gonghui.kit.calendar.WorkingDays;
import org.gonghui.kit.time.ClockProducer;

/** Decides a complete claim: by policy where nothing speaks against it, else people look. */
@ApplicationScoped
public class Submission {
  private final Casework casework;
  private final Grants grants;
  private final ReviewReasons reasons;
  private final Telling telling;
  private final WorkingDays calendar;
  private final Documents documents;

  Submission(
      Casework casework,
      Grants grants,
      ReviewReasons reasons,
      Telling telling,
      WorkingDays calendar,
      Documents documents) {
    this.casework = casework;
    this.grants = grants;
    this.reasons = reasons;
    this.telling = telling;
    this.calendar = calendar;
    this.documents = documents;
  }

  /** Decides at once when all papers are there, else names all that lack. */
  void submit(Claim claim, String by) {
    var missing = claim.isFromPartner() ? List.<String>of() : missingFor(claim);
    if (missing.isEmpty()) {
      decide(claim, by);
    } else {
      waitFor(claim, missing, by);
    }
  }

  private List<String> missingFor(Claim claim) {
    var held = documents.heldFor(claim.id());
    return DocumentKind.requiredFor(claim.head().kind()).stream()
        .filter(kind -> !held.contains(kind))
        .map(Enum::name)
        .toList();
  }

  /** The claim is complete and gets its first decision; the caller stores it. */
  public void decide(Claim claim, String by) {
    var file =
        casework.seen(
            casework.open(claim),
            claim.head().personKey(),
            claim.links().billKey(),
            claim.id().toString());
    decide(claim, file, file.decide(), by);
  }

  /** The same with a case that is at hand. */
  public void decide(Claim claim, CaseFile file, Decision decision, String by) {
    telling.submitted(claim, by);
    var why = reasons.of(claim, file, decision);
    if (why.isEmpty()) {
      grants.grant(claim, Kind.INITIAL, casework.take(file, decision, claim), by);
    } else {
      grants.show(claim, Kind.INITIAL, file, decision, by);
      var judgedOn = LocalDate.ofInstant(claim.head().judgedAt(), ClockProducer.ZONE);
      var due = Deadline.workingDays(file.terms().claims().reviewWorkingDays());
      claim.review(why, due.lastDay(judgedOn, calendar), telling.now());
      telling.inReview(claim, by);
    }
  }

  /** Facts of a claim under review have changed: the new decision is shown, the state stays. */
  public void decideAgain(Claim claim, String by) {
    var file =
        casework.seen(
            casework.open(claim),
            claim.head().personKey(),
            claim.links().billKey(),
            claim.id().toString());
    var decision = file.decide();
    grants.show(claim, Kind.REVIEW, file, decision, by);
    claim.reviewAgain(reasons.of(claim, file, decision));
  }

  /** Papers are missing: all are named at once and the clock stops. */
  public void waitFor(Claim claim, List<String> documents, String by) {
    var expiryDays = casework.open(claim).terms().claims().incompleteExpiryDays();
    claim.waitFor(documents, telling.today().plusDays(expiryDays), telling.now());
    telling.incomplete(claim, documents, by);
  }
}
