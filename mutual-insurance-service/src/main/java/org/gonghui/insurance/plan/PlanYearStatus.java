package org.gonghui.insurance.plan;

import java.util.Set;

/** Where a plan year stands. The switch is the whole life cycle. */
public enum PlanYearStatus {
  DRAFT,
  ANNOUNCED,
  ENROLLING,
  RUNNING,
  CLAIMS_ONLY,
  CLOSED;

  /** A backfilled year runs at once and stays until its closure. */
  public Set<PlanYearStatus> next(Intake intake) {
    return switch (this) {
      case DRAFT -> Set.of(ANNOUNCED);
      case ANNOUNCED -> Set.of(intake == Intake.BACKFILL ? RUNNING : ENROLLING);
      case ENROLLING -> Set.of(RUNNING);
      case RUNNING -> Set.of(intake == Intake.BACKFILL ? CLOSED : CLAIMS_ONLY);
      case CLAIMS_ONLY -> Set.of(CLOSED);
      case CLOSED -> Set.of();
    };
  }

  /** How records of a year come in: as they happen, or afterwards (补录). */
  public enum Intake {
    LIVE,
    BACKFILL
  }
}
