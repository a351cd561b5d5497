package org.gonghui.insurance.contribution;

import java.util.Set;

/** Where a due stands. The switch is the whole life cycle. */
public enum DueStatus {
  ISSUED,
  PARTLY_PAID,
  PAID,
  CANCELLED;

  public Set<DueStatus> next() {
    return switch (this) {
      case ISSUED, PARTLY_PAID -> Set.of(PARTLY_PAID, PAID, CANCELLED);
      case PAID, CANCELLED -> Set.of();
    };
  }

  public boolean isOpen() {
    return !next().isEmpty();
  }
}
