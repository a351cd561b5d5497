package org.gonghui.insurance.payment;

import java.time.Instant;
import java.util.UUID;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.Masking;
import org.jspecify.annotations.Nullable;

/** A batch as people see it. */
public record BatchView(
    UUID id,
    String no,
    String area,
    String planCode,
    String debtorAccount,
    Instant cutOff,
    int count,
    Money total,
    String hash,
    PaymentBatchStatus status,
    Instant builtAt,
    @Nullable Instant dispatchedAt) {
  static BatchView of(PaymentBatch batch) {
    return new BatchView(
        batch.id(),
        batch.no(),
        batch.area(),
        batch.planCode(),
        Masking.account(batch.debtorAccount()),
        batch.cutOff(),
        batch.totals().count(),
        batch.totals().total(),
        batch.totals().hash(),
        batch.status(),
        batch.builtAt(),
        batch.dispatchedAt());
  }
}
