package org.gonghui.insurance.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimEvent;
import org.gonghui.insurance.claim.ClaimEvent.News;
import org.gonghui.insurance.claim.ReviewReason;
import org.gonghui.insurance.timeline.ClaimSteps;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.time.ClockProducer;

/** Tells the timeline and the other services how a claim comes in. */
@ApplicationScoped
public class Telling {
  private final ClaimSteps steps;
  private final Outbox outbox;
  private final Clock clock;

  Telling(ClaimSteps steps, Outbox outbox, Clock clock) {
    this.steps = steps;
    this.outbox = outbox;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  public void drafted(Claim claim, String by) {
    steps.add(claim, "DRAFTED", by, Map.of("channel", claim.head().channel().name()));
    outbox.record(new ClaimEvent.Drafted(News.of(claim, null), now()));
  }

  public void submitted(Claim claim, String by) {
    if (claim.progress().submittedAt() == null) {
      steps.tell(claim.id(), "SUBMITTED", by, Map.of());
      outbox.record(new ClaimEvent.Submitted(News.of(claim, null), now()));
    }
  }

  public void inReview(Claim claim, String by) {
    var why = claim.reviewReasons().stream().filter(ReviewReason::isTold).map(Enum::name).toList();
    steps.add(claim, "IN_REVIEW", by, Map.of("reasons", why));
  }

  public void incomplete(Claim claim, List<String> missing, String by) {
    steps.add(claim, "INCOMPLETE", by, Map.of("missing", missing));
  }

  public void noted(Claim claim, String step, String by) {
    steps.add(claim, step, by, Map.of());
  }
}
