package org.gonghui.insurance.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimHead.Channel;
import org.gonghui.insurance.claim.ClaimHead.Claimant;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.claim.ReviewReason;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** A claim as the API shows it; the facts only to those who may read them. */
public record ClaimView(
    UUID id,
    String no,
    int version,
    BenefitKind kind,
    ClaimStatus status,
    int planYear,
    String area,
    LocalDate eventDate,
    Channel channel,
    Claimant claimant,
    @Nullable Money asked,
    Money granted,
    int decisionNo,
    List<ReviewReason> reviewReasons,
    List<String> missing,
    int visitCount,
    @Nullable Instant submittedAt,
    @Nullable Instant decidedAt,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate expiresOn,
    @Nullable LocalDate paidOn,
    @Nullable ClaimFacts facts) {

  /** As the caller may see it: a claimant is not told that somebody else claims the same. */
  public static ClaimView of(Claim claim, ClaimAccess access) {
    var view = of(claim);
    return access.isStaff() ? view : view.toldOnly();
  }

  private ClaimView toldOnly() {
    var told = reviewReasons.stream().filter(ReviewReason::isTold).toList();
    return new ClaimView(
        id,
        no,
        version,
        kind,
        status,
        planYear,
        area,
        eventDate,
        channel,
        claimant,
        asked,
        granted,
        decisionNo,
        told,
        missing,
        visitCount,
        submittedAt,
        decidedAt,
        dueOn,
        expiresOn,
        paidOn,
        facts);
  }

  /** Without medical facts. */
  public static ClaimView of(Claim claim) {
    return with(claim, null);
  }

  /** With the facts, for the claimant. */
  public static ClaimView ofOwn(Claim claim) {
    return with(claim, claim.facts()).toldOnly();
  }

  private static ClaimView with(Claim claim, @Nullable ClaimFacts facts) {
    var head = claim.head();
    var progress = claim.progress();
    return new ClaimView(
        head.id(),
        head.no(),
        claim.version(),
        head.kind(),
        claim.status(),
        head.planYear(),
        head.area(),
        head.eventDate(),
        head.channel(),
        head.claimant(),
        claim.asked(),
        claim.granted(),
        claim.decisionNo(),
        claim.reviewReasons(),
        claim.missing(),
        claim.visitCount(),
        progress.submittedAt(),
        progress.decidedAt(),
        progress.dueOn(),
        progress.expiresOn(),
        progress.paidOn(),
        facts);
  }
}
