package org.gonghui.insurance.plan;

import java.util.Set;

/** Where a version of terms stands. The switch is the whole life cycle. */
public enum PlanVersionStatus {
  DRAFT,
  SUBMITTED,
  APPROVED,
  IN_FORCE,
  SUPERSEDED;

  public Set<PlanVersionStatus> next() {
    return switch (this) {
      case DRAFT -> Set.of(SUBMITTED);
      case SUBMITTED -> Set.of(APPROVED, DRAFT);
      case APPROVED -> Set.of(IN_FORCE);
      case IN_FORCE -> Set.of(SUPERSEDED);
      case SUPERSEDED -> Set.of();
    };
  }
}
