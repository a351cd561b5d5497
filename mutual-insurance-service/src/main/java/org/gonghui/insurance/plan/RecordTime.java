package org.gonghui.insurance.plan;

import static org.gonghui.insurance.plan.PlanProblems.DECLARED_AT_REFUSED;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By which time a record is judged: the server's clock, or in a backfilled year what it declares.
 */
@ApplicationScoped
public class RecordTime {
  private final Clock clock;

  RecordTime(Clock clock) {
    this.clock = clock;
  }

  public Instant judge(PlanYear year, @Nullable Instant declaredAt) {
    var now = clock.instant();
    if (declaredAt == null) {
      return now;
    }
    if (!year.isBackfill()) {
      throw DECLARED_AT_REFUSED.at("/declaredAt", "the plan year is not open for backfill");
    }
    if (declaredAt.isAfter(now)) {
      throw DECLARED_AT_REFUSED.at("/declaredAt", "a declared time does not lie in the future");
    }
    return declaredAt;
  }
}
