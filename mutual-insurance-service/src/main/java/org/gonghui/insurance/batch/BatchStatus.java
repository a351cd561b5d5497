package org.gonghui.insurance.batch;

import java.util.Set;

/** Where a roster stands. The switch is the whole life cycle. */
public enum BatchStatus {
  CHECKING,
  CHECKED,
  UNREADABLE,
  SUBMITTED,
  APPROVED,
  APPLYING,
  APPLIED,
  REJECTED,
  CANCELLED;

  public Set<BatchStatus> next() {
    return switch (this) {
      case CHECKING -> Set.of(CHECKED, UNREADABLE);
      case CHECKED -> Set.of(CHECKING, SUBMITTED, CANCELLED);
      case SUBMITTED -> Set.of(APPROVED, REJECTED);
      case APPROVED -> Set.of(APPLYING);
      case APPLYING -> Set.of(APPLIED, REJECTED);
      case REJECTED -> Set.of(CHECKING, SUBMITTED, CANCELLED);
      case APPLIED, UNREADABLE, CANCELLED -> Set.of();
    };
  }
}
