package org.gonghui.insurance.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** One amount to one payee for one decision; the source is what was decided. */
public record Payout(
    UUID id,
    int version,
    Instant createdAt,
    String planCode,
    int planYear,
    String area,
    Kind kind,
    String category,
    Source source,
    @Nullable PersonKey payee,
    Money amount,
    PayoutStatus status,
    @Nullable HoldReason holdReason,
    @Nullable LocalDate paidOn) {

  /** Why money is paid. */
  public enum Kind {
    BENEFIT,
    TOP_UP,
    REFUND
  }

  /** Why money waits. */
  public enum HoldReason {
    NO_ACCOUNT,
    ACCOUNT_CHANGED,
    MANUAL
  }

  /** What was decided, how often, and which of its payees this is. */
  public record Source(UUID id, String no, int decisionNo, int payeeNo) {}

  /** What one payee of a decision is to get. */
  public record Share(int payeeNo, @Nullable PersonKey payee, String name, Money amount) {}
}
