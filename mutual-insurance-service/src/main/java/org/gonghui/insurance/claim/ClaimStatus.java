package org.gonghui.insurance.claim;

import java.util.List;

/** Where a claim stands. The switch is the whole life cycle. */
public enum ClaimStatus {
  DRAFT,
  INCOMPLETE,
  IN_REVIEW,
  SECOND_REVIEW,
  APPROVED,
  PAID,
  REFUSED,
  WITHDRAWN,
  EXPIRED,
  REVERSED;

  public List<ClaimStatus> next() {
    return switch (this) {
      case DRAFT, INCOMPLETE -> List.of(INCOMPLETE, IN_REVIEW, APPROVED, WITHDRAWN, EXPIRED);
      case IN_REVIEW -> List.of(SECOND_REVIEW, APPROVED, INCOMPLETE, REFUSED, WITHDRAWN);
      case SECOND_REVIEW -> List.of(APPROVED, IN_REVIEW, WITHDRAWN);
      case APPROVED -> List.of(PAID, REVERSED);
      case PAID -> List.of(APPROVED, REVERSED);
      case REFUSED -> List.of(APPROVED);
      case WITHDRAWN, EXPIRED, REVERSED -> List.of();
    };
  }

  boolean mayBecome(ClaimStatus status) {
    return next().contains(status);
  }

  /** Whether it still stands in the way of another claim for the same event. */
  public boolean isLive() {
    return switch (this) {
      case DRAFT, INCOMPLETE, IN_REVIEW, SECOND_REVIEW, APPROVED, PAID -> true;
      case REFUSED, WITHDRAWN, EXPIRED, REVERSED -> false;
    };
  }

  /** Whether nobody has decided on it yet. */
  public boolean isOpen() {
    return switch (this) {
      case DRAFT, INCOMPLETE, IN_REVIEW, SECOND_REVIEW -> true;
      case APPROVED, PAID, REFUSED, WITHDRAWN, EXPIRED, REVERSED -> false;
    };
  }
}
