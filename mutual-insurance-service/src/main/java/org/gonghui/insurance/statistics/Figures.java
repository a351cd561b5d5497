package org.gonghui.insurance.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** The figures of a year for one area; shares are strings, so that nobody rounds them again. */
public record Figures(
    long enrolled,
    Benefit hospital,
    Benefit death,
    Benefit criticalIllness,
    Benefit all,
    Money contributions,
    @Nullable String perEnrolled,
    @Nullable String lossRatio,
    long above10000,
    long from20000,
    long highOutOfPocket,
    Visits visits) {

  /** Claims of one kind that are paid in full, the money that left for that kind, and the mean. */
  public record Benefit(
      long claims, Money paid, @Nullable Money mean, @Nullable String frequencyPercent) {
    static Benefit of(long claims, Money paid, long enrolled) {
      return new Benefit(
          claims,
          paid,
          claims == 0
              ? null
              : new Money(
                  paid.amount().divide(BigDecimal.valueOf(claims), 2, RoundingMode.HALF_UP)),
          ratio(BigDecimal.valueOf(claims * 100), BigDecimal.valueOf(enrolled), 3));
    }
  }

  /** Closed claims by the trips that they cost. */
  public record Visits(
      long none, long one, long two, long more, @Nullable String atMostOnePercent) {
    static Visits of(long none, long one, long two, long more) {
      var all = BigDecimal.valueOf(none + one + two + more);
      return new Visits(
          none, one, two, more, ratio(BigDecimal.valueOf((none + one) * 100), all, 1));
    }
  }

  /** Rounded half up; nothing when there is nothing to divide by. */
  static @Nullable String ratio(BigDecimal part, BigDecimal whole, int decimals) {
    return whole.signum() == 0
        ? null
        : part.divide(whole, decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
