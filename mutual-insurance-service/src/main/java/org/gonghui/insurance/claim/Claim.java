package org.gonghui.insurance.claim;

import static org.gonghui.kit.problem.Problems.illegalTransition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** One request for one benefit (补助申请). */
public final class Claim {
  private ClaimHead head;
  private ClaimFacts facts;
  private final int version;
  private ClaimStatus status;
  private Progress progress;
  private ClaimLinks links;
  private boolean fromPartner;
  private boolean lateAccepted;
  private @Nullable Money asked;
  private Money granted;
  private int decisionNo;
  private List<ReviewReason> reviewReasons;
  private List<String> missing;
  private final int visitCount;
  private final Seen before;

  /** A new draft. */
  public Claim(
      ClaimHead head, ClaimFacts facts, ClaimLinks links, boolean fromPartner, LocalDate lastDay) {
    this(head, facts, links, fromPartner, Stored.draft(lastDay));
  }

  Claim(ClaimHead head, ClaimFacts facts, ClaimLinks links, boolean fromPartner, Stored stored) {
    this.head = head;
    this.facts = facts;
    this.links = links;
    this.fromPartner = fromPartner;
    this.version = stored.version();
    this.status = stored.status();
    this.progress = stored.progress();
    this.lateAccepted = stored.lateAccepted();
    this.asked = stored.asked();
    this.granted = stored.granted();
    this.decisionNo = stored.decisionNo();
    this.reviewReasons = stored.reviewReasons();
    this.missing = stored.missing();
    this.visitCount = stored.visitCount();
    this.before = seen();
  }

  /** How far it has come. */
  record Stored(
      int version,
      ClaimStatus status,
      Progress progress,
      boolean lateAccepted,
      @Nullable Money asked,
      Money granted,
      int decisionNo,
      List<ReviewReason> reviewReasons,
      List<String> missing,
      int visitCount) {
    static Stored draft(LocalDate lastDay) {
      var progress = new Progress(null, null, null, lastDay, null);
      return new Stored(
          0, ClaimStatus.DRAFT, progress, false, null, Money.ZERO, 0, List.of(), List.of(), 0);
    }
  }

  /** The day and instants of its way. */
  public record Progress(
      @Nullable Instant submittedAt,
      @Nullable Instant decidedAt,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate expiresOn,
      @Nullable LocalDate paidOn) {}

  /** Where it stands, for those who compare. */
  public record Seen(ClaimStatus status, Money granted, int decisionNo) {}

  /** Facts of a partner, or corrected ones, replace what was there. */
  public void restate(
      ClaimHead newHead, ClaimFacts newFacts, ClaimLinks newLinks, boolean partner) {
    if (!status.isOpen()) {
      throw illegalTransition(status, ClaimStatus.IN_REVIEW, status.next());
    }
    head = newHead;
    facts = newFacts;
    links = newLinks;
    fromPartner = partner;
  }

  public void acceptLateFiling() {
    lateAccepted = true;
  }

  /** Notes the newest decision. */
  public void decided(int no, Money newlyAsked) {
    decisionNo = no;
    asked = newlyAsked;
  }

  /** Papers are missing; the clock stops until they come. */
  public void waitFor(List<String> documents, LocalDate expiresOn, Instant now) {
    moveTo(ClaimStatus.INCOMPLETE);
    missing = List.copyOf(documents);
    progress = new Progress(submitted(now), null, null, expiresOn, null);
  }

  /** People look at it, for all these reasons, until a day. */
  public void review(List<ReviewReason> reasons, LocalDate dueOn, Instant now) {
    moveTo(ClaimStatus.IN_REVIEW);
    missing = List.of();
    reviewReasons = List.copyOf(reasons);
    progress = new Progress(submitted(now), null, dueOn, null, null);
  }

  /** New facts are looked at under the reasons that they give; the state stays. */
  public void reviewAgain(List<ReviewReason> reasons) {
    reviewReasons = List.copyOf(reasons);
  }

  public void approve(Money amount, Instant now) {
    moveTo(ClaimStatus.APPROVED);
    missing = List.of();
    granted = amount;
    progress = new Progress(submitted(now), now, null, null, null);
  }

  public void secondReview() {
    moveTo(ClaimStatus.SECOND_REVIEW);
  }

  public void returnToReview() {
    moveTo(ClaimStatus.IN_REVIEW);
  }

  public void refuse(Instant now) {
    end(ClaimStatus.REFUSED, now);
  }

  public void withdraw(Instant now) {
    end(ClaimStatus.WITHDRAWN, now);
  }

  public void expire(Instant now) {
    end(ClaimStatus.EXPIRED, now);
  }

  private void end(ClaimStatus end, Instant now) {
    moveTo(end);
    progress = new Progress(progress.submittedAt(), now, null, null, progress.paidOn());
  }

  private Instant submitted(Instant now) {
    var before = progress.submittedAt();
    return before == null ? now : before;
  }

  private void moveTo(ClaimStatus next) {
    status = status.requireNext(next);
  }

  public UUID id() {
    return head.id();
  }

  public ClaimHead head() {
    return head;
  }

  public ClaimFacts facts() {
    return facts;
  }

  public int version() {
    return version;
  }

  public ClaimStatus status() {
    return status;
  }

  public Progress progress() {
    return progress;
  }

  public ClaimLinks links() {
    return links;
  }

  public boolean isFromPartner() {
    return fromPartner;
  }

  public boolean isLateAccepted() {
    return lateAccepted;
  }

  public @Nullable Money asked() {
    return asked;
  }

  public Money granted() {
    return granted;
  }

  public int decisionNo() {
    return decisionNo;
  }

  public List<ReviewReason> reviewReasons() {
    return reviewReasons;
  }

  public List<String> missing() {
    return missing;
  }

  public int visitCount() {
    return visitCount;
  }

  /** How it was when it was read. */
  public Seen before() {
    return before;
  }

  public Seen seen() {
    return new Seen(status, granted, decisionNo);
  }
}
