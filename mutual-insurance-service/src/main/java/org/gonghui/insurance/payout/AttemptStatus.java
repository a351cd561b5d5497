package org.gonghui.insurance.payout;

import java.util.EnumSet;
import java.util.Set;
import org.gonghui.kit.lifecycle.LifeCycle;

/** Where one sending of a payout stands; one that came back is never sent again. */
public enum AttemptStatus implements LifeCycle<AttemptStatus> {
  BATCHED,
  DISPATCHED,
  IN_DOUBT,
  PAID,
  RETURNED,
  CANCELLED;

  @Override
  public Set<AttemptStatus> next() {
    return switch (this) {
      case BATCHED -> EnumSet.of(DISPATCHED, CANCELLED);
      case DISPATCHED -> EnumSet.of(PAID, RETURNED, IN_DOUBT);
      case IN_DOUBT -> EnumSet.of(PAID, RETURNED);
      case PAID -> EnumSet.of(RETURNED);
      case RETURNED, CANCELLED -> EnumSet.noneOf(AttemptStatus.class);
    };
  }
}
