package org.gonghui.insurance.impact;

import java.time.Instant;
import java.util.UUID;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** A question to a draft of terms: what would you have paid on these days? */
record ImpactPreview(
    UUID id,
    UUID planVersionId,
    String checksum,
    DateRange period,
    String area,
    @Nullable UUID jobId,
    @Nullable Instant finishedAt) {

  /** The answer for one area: all decided claims of the period, and how many would get what. */
  public record Impact(
      String area, int claims, Money paid, Money wouldPay, int gaining, int losing) {
    static Impact none(String area) {
      return new Impact(area, 0, Money.ZERO, Money.ZERO, 0, 0);
    }

    Impact with(Money granted, Money instead) {
      return new Impact(
          area,
          claims + 1,
          paid.plus(granted),
          wouldPay.plus(instead),
          gaining + (instead.isMoreThan(granted) ? 1 : 0),
          losing + (granted.isMoreThan(instead) ? 1 : 0));
    }

    Impact plus(Impact other) {
      return new Impact(
          area,
          claims + other.claims,
          paid.plus(other.paid),
          wouldPay.plus(other.wouldPay),
          gaining + other.gaining,
          losing + other.losing);
    }
  }
}
