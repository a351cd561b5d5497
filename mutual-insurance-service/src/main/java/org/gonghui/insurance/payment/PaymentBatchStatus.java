package org.gonghui.insurance.payment;

import java.util.EnumSet;
import java.util.Set;
import org.gonghui.kit.lifecycle.LifeCycle;

/** Where a payment batch stands. The switch is the whole life cycle. */
public enum PaymentBatchStatus implements LifeCycle<PaymentBatchStatus> {
  BUILT,
  SUBMITTED,
  APPROVED,
  DISPATCHED,
  PARTLY_SETTLED,
  SETTLED,
  CANCELLED;

  @Override
  public Set<PaymentBatchStatus> next() {
    return switch (this) {
      case BUILT -> EnumSet.of(SUBMITTED, CANCELLED);
      case SUBMITTED -> EnumSet.of(APPROVED, CANCELLED);
      case APPROVED -> EnumSet.of(DISPATCHED, CANCELLED);
      case DISPATCHED -> EnumSet.of(PARTLY_SETTLED, SETTLED);
      case PARTLY_SETTLED -> EnumSet.of(SETTLED);
      case SETTLED, CANCELLED -> EnumSet.noneOf(PaymentBatchStatus.class);
    };
  }

  /** Whether the bank has it, so that its file may be read. */
  public boolean isWithBank() {
    return switch (this) {
      case DISPATCHED, PARTLY_SETTLED, SETTLED -> true;
      case BUILT, SUBMITTED, APPROVED, CANCELLED -> false;
    };
  }
}
