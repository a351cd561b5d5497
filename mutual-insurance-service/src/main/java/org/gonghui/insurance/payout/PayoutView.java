package org.gonghui.insurance.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.insurance.payout.Payout.HoldReason;
import org.gonghui.insurance.payout.Payout.Kind;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** A payout as people see it. */
public record PayoutView(
    UUID id,
    String area,
    int planYear,
    Kind kind,
    String benefitKind,
    UUID claimId,
    String claimNo,
    int decisionNo,
    int payeeNo,
    @Nullable PersonKey personKey,
    Money amount,
    PayoutStatus status,
    @Nullable HoldReason holdReason,
    @Nullable LocalDate paidOn,
    Instant createdAt) {
  static PayoutView of(Payout payout) {
    return new PayoutView(
        payout.id(),
        payout.area(),
        payout.planYear(),
        payout.kind(),
        payout.category(),
        payout.source().id(),
        payout.source().no(),
        payout.source().decisionNo(),
        payout.source().payeeNo(),
        payout.payee(),
        payout.amount(),
        payout.status(),
        payout.holdReason(),
        payout.paidOn(),
        payout.createdAt());
  }
}
