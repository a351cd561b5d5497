package org.gonghui.insurance.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimGranted;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.correction.CorrectionTasks.Cause;
import org.gonghui.insurance.decision.CaseFiles;
import org.gonghui.insurance.enrolment.EnrolmentAnnulled;
import org.gonghui.insurance.filing.Submission;
import org.gonghui.kit.identity.Acting;
import org.gonghui.kit.money.Money;

/**
 * A cover turns out never to have been: open claims are decided again, granted ones go to people.
 * What is paid never comes back by itself; what is not paid yet waits for their word.
 */
@ApplicationScoped
class AnnulledCover {
  private final Claims claims;
  private final CaseFiles files;
  private final Submission submission;
  private final CorrectionTasks tasks;
  private final Event<ClaimGranted.Doubted> doubted;
  private final Acting acting;

  AnnulledCover(
      Claims claims,
      CaseFiles files,
      Submission submission,
      CorrectionTasks tasks,
      Event<ClaimGranted.Doubted> doubted,
      Acting acting) {
    this.claims = claims;
    this.files = files;
    this.submission = submission;
    this.tasks = tasks;
    this.doubted = doubted;
    this.acting = acting;
  }

  void on(@Observes EnrolmentAnnulled annulled) {
    var enrolment = annulled.enrolment();
    claims
        .list(
            "person_key = ? and plan_year = ? and status in"
                + " ('IN_REVIEW', 'SECOND_REVIEW', 'APPROVED', 'PAID') order by id for update",
            enrolment.personKey(),
            enrolment.planYear())
        .stream()
        .filter(claim -> files.coverOn(enrolment.personKey(), claim.head().eventDate()).isEmpty())
        .forEach(this::lookAgain);
  }

  private void lookAgain(Claim claim) {
    var by = acting.current().subject();
    if (claim.status().isOpen()) {
      submission.decideAgain(claim, by);
      claims.save(claim);
    } else {
      tasks.open(claim, Cause.COVER_ANNULLED, null, Money.ZERO, by);
      doubted.fire(new ClaimGranted.Doubted(claim.id(), by));
    }
  }
}
