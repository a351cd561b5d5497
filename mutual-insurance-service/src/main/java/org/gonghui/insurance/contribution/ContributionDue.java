package org.gonghui.insurance.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.jspecify.annotations.Nullable;

/** What one batch must pay, and the reference to write on the transfer (缴费单). */
public record ContributionDue(
    UUID id,
    int version,
    String reference,
    UUID batchId,
    String planCode,
    int planYear,
    CreditCode employer,
    String area,
    int heads,
    Money payable,
    Money unionShare,
    Money paid,
    DueStatus status,
    Instant issuedAt,
    LocalDate payBy,
    LocalDate lapseOn,
    @Nullable LocalDate paidOn) {

  public Money rest() {
    return status.isOpen() ? payable.minus(paid) : Money.ZERO;
  }
}
