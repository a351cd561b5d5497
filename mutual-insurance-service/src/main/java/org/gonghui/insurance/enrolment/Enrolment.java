package org.gonghui.insurance.enrolment;

import static org.gonghui.kit.problem.Problems.illegalTransition;

import java.util.UUID;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** One person in one plan year (参保记录). */
public record Enrolment(
    UUID id,
    long no,
    int version,
    String planCode,
    int planYear,
    PersonKey personKey,
    EnrolmentStatus status,
    DateRange cover,
    boolean renewed,
    String splitCode,
    CreditCode employer,
    String area,
    UUID batchId,
    UUID dueId,
    @Nullable String statusReason) {

  /** The number that people read: {@code EN-2017-0000042}. */
  public String readableNo() {
    return "EN-%d-%07d".formatted(planYear, no);
  }

  public void requireMayBecome(EnrolmentStatus next) {
    if (!status.next().contains(next)) {
      throw illegalTransition(status, next, status.next());
    }
  }
}
