package org.gonghui.insurance.plan;

import static org.gonghui.kit.problem.Problems.illegalTransition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Terms;
import org.jspecify.annotations.Nullable;

/** Benefit terms of a plan year with the period in which they apply (条款版本). */
public record PlanVersion(
    UUID id,
    int version,
    UUID planYearId,
    int no,
    PlanVersionStatus status,
    DateRange valid,
    Terms terms,
    List<GoldenCase> goldenCases,
    String checksum,
    String maker,
    @Nullable String approvedBy,
    Instant recordedAt) {

  public void requireMayBecome(PlanVersionStatus next) {
    if (!status.next().contains(next)) {
      throw illegalTransition(status, next, status.next());
    }
  }
}
