package org.gonghui.insurance.claim;

import java.util.Set;
import org.gonghui.kit.lifecycle.LifeCycle;

/** Where a claim stands. The switch is the whole life cycle. */
public enum ClaimStatus implements LifeCycle<ClaimStatus> {
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

  @Override
  public Set<ClaimStatus> next() {
    return switch (this) {
      case DRAFT, INCOMPLETE -> Set.of(INCOMPLETE, IN_REVIEW, APPROVED, WITHDRAWN, EXPIRED);
      case IN_REVIEW -> Set.of(SECOND_REVIEW, APPROVED, INCOMPLETE, REFUSED, WITHDRAWN);
      case SECOND_REVIEW -> Set.of(APPROVED, IN_REVIEW, WITHDRAWN);
      case APPROVED -> Set.of(PAID, REVERSED);
      case PAID -> Set.of(APPROVED, REVERSED);
      case REFUSED -> Set.of(APPROVED);
      case WITHDRAWN, EXPIRED, REVERSED -> Set.of();
    };
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
