package org.gonghui.insurance.proof;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody found out about a payment in doubt, until somebody else agrees. */
public record Resolution(
    UUID id,
    UUID payoutId,
    UUID attemptId,
    Outcome outcome,
    LocalDate valueDate,
    String evidence,
    String maker,
    @Nullable String checker) {

  /** How it turned out. */
  public enum Outcome {
    PAID,
    RETURNED
  }
}
