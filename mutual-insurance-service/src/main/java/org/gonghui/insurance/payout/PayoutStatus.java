package org.gonghui.insurance.payout;

import static org.gonghui.kit.problem.Problems.illegalTransition;

import java.util.List;

/** Where a payout stands. The switch is the whole life cycle. */
public enum PayoutStatus {
  READY,
  HELD,
  BATCHED,
  DISPATCHED,
  IN_DOUBT,
  PAID,
  RETURNED,
  CANCELLED;

  public List<PayoutStatus> next() {
    return switch (this) {
      case READY -> List.of(HELD, BATCHED, CANCELLED);
      case HELD, RETURNED -> List.of(READY, CANCELLED);
      case BATCHED -> List.of(DISPATCHED, READY);
      case DISPATCHED -> List.of(PAID, RETURNED, IN_DOUBT);
      case IN_DOUBT -> List.of(PAID, RETURNED);
      case PAID -> List.of(RETURNED);
      case CANCELLED -> List.of();
    };
  }

  void requireMayBecome(PayoutStatus next) {
    if (!next().contains(next)) {
      throw illegalTransition(this, next, next());
    }
  }
}
