package org.gonghui.insurance.contribution;

import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** One credit on our account (到账流水). */
public record Receipt(
    UUID id,
    int version,
    String account,
    String bankRef,
    LocalDate valueDate,
    Money amount,
    String payerName,
    String payerAccount,
    String remark,
    @Nullable String employer,
    @Nullable String area,
    Money allocated,
    Money refunded,
    Status status) {
  /** What became of it; finance settles the last three. */
  public enum Status {
    RECEIVED,
    MATCHED,
    PROPOSED,
    UNMATCHED,
    ALLOCATED,
    REFUNDED
  }

  /** What waits for a due or a refund. */
  public Money free() {
    return amount.minus(allocated).minus(refunded);
  }
}
