package org.gonghui.insurance.payment;

import static org.gonghui.insurance.payment.PaymentProblems.STALE_BATCH;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;

import java.time.Instant;
import java.util.UUID;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** Payouts that leave together, frozen once built. */
public record PaymentBatch(
    UUID id,
    int version,
    String no,
    String area,
    String planCode,
    String debtorAccount,
    Instant cutOff,
    Totals totals,
    PaymentBatchStatus status,
    String maker,
    @Nullable String checker,
    Instant builtAt,
    @Nullable Instant dispatchedAt) {

  /** What the maker declared and the checker repeats. */
  public record Totals(int count, Money total, String hash) {}

  void requireOther(String checker) {
    if (maker.equals(checker)) {
      throw MAKER_IS_CHECKER.because("who built a batch does not approve it");
    }
  }

  void requireSame(Totals seen) {
    if (!totals.equals(seen)) {
      throw STALE_BATCH.because("count, total or hash are not those of batch %s", no);
    }
  }
}
