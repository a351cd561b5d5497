package org.gonghui.insurance.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.payout.PayoutStatus;
import org.gonghui.kit.money.Money;

/**
 * One day of bank and books side by side, and where every approved amount stands now; alarming once
 * a difference is older than two working days.
 */
public record Reconciliation(
    LocalDate date,
    boolean balanced,
    boolean alarm,
    Sides bank,
    Sides books,
    Map<PayoutStatus, Money> approved,
    List<Difference> differences) {

  /** What one side says of a day. */
  public record Sides(Money paid, Money returned, Money received) {}

  /** One thing that the two sides do not agree on. */
  public record Difference(String code, String reference, Money bank, Money books) {}
}
