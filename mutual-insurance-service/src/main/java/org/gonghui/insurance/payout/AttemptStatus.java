package org.gonghui.insurance.payout;

import java.util.List;

/** Where one sending of a payout stands; one that came back is never sent again. */
public enum AttemptStatus {
  BATCHED,
  DISPATCHED,
  IN_DOUBT,
  PAID,
  RETURNED,
  CANCELLED;

  public List<AttemptStatus> next() {
    return switch (this) {
      case BATCHED -> List.of(DISPATCHED, CANCELLED);
      case DISPATCHED -> List.of(PAID, RETURNED, IN_DOUBT);
      case IN_DOUBT -> List.of(PAID, RETURNED);
      case PAID -> List.of(RETURNED);
      case RETURNED, CANCELLED -> List.of();
    };
  }
}
