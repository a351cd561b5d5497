package org.gonghui.insurance.payment;

import static org.gonghui.kit.problem.Problems.illegalTransition;

import java.util.List;

/** Where a payment batch stands. The switch is the whole life cycle. */
public enum PaymentBatchStatus {
  BUILT,
  SUBMITTED,
  APPROVED,
  DISPATCHED,
  PARTLY_SETTLED,
  SETTLED,
  CANCELLED;

  public List<PaymentBatchStatus> next() {
    return switch (this) {
      case BUILT -> List.of(SUBMITTED, CANCELLED);
      case SUBMITTED -> List.of(APPROVED, CANCELLED);
      case APPROVED -> List.of(DISPATCHED, CANCELLED);
      case DISPATCHED -> List.of(PARTLY_SETTLED, SETTLED);
      case PARTLY_SETTLED -> List.of(SETTLED);
      case SETTLED, CANCELLED -> List.of();
    };
  }

  /** Whether the bank has it, so that its file may be read. */
  public boolean isWithBank() {
    return switch (this) {
      case DISPATCHED, PARTLY_SETTLED, SETTLED -> true;
      case BUILT, SUBMITTED, APPROVED, CANCELLED -> false;
    };
  }

  void requireMayBecome(PaymentBatchStatus next) {
    if (!next().contains(next)) {
      throw illegalTransition(this, next, next());
    }
  }
}
