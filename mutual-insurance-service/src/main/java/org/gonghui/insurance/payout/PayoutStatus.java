package org.gonghui.insurance.payout;

import java.util.EnumSet;
import java.util.Set;
import org.gonghui.kit.lifecycle.LifeCycle;

/** Where a payout stands. The switch is the whole life cycle. */
public enum PayoutStatus implements LifeCycle<PayoutStatus> {
  READY,
  HELD,
  BATCHED,
  DISPATCHED,
  IN_DOUBT,
  PAID,
  RETURNED,
  CANCELLED;

  @Override
  public Set<PayoutStatus> next() {
    return switch (this) {
      case READY -> EnumSet.of(HELD, BATCHED, CANCELLED);
      case HELD, RETURNED -> EnumSet.of(READY, CANCELLED);
      case BATCHED -> EnumSet.of(DISPATCHED, READY);
      case DISPATCHED -> EnumSet.of(PAID, RETURNED, IN_DOUBT);
      case IN_DOUBT -> EnumSet.of(PAID, RETURNED);
      case PAID -> EnumSet.of(RETURNED);
      case CANCELLED -> EnumSet.noneOf(PayoutStatus.class);
    };
  }
}
