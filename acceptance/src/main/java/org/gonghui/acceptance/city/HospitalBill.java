package org.gonghui.acceptance.city;

import java.util.List;
import org.gonghui.acceptance.arithmetic.Fen;

/** What a stay cost and who paid, chosen so that the plan's terms give one wanted benefit. */
public record HospitalBill(Fen inList, Fen offList, Fen fundPaid) {
  private static final Fen DEDUCTIBLE = Fen.yuan(500);
  private static final int OFF_LIST_PERCENT = 20;
  private static final int FUND_PERCENT = 190;
  private static final List<Tier> TIERS =
      List.of(
          new Tier(0, 500_000, 45),
          new Tier(500_000, 1_000_000, 50),
          new Tier(1_000_000, 2_000_000, 55),
          new Tier(2_000_000, 3_000_000, 60),
          new Tier(3_000_000, Long.MAX_VALUE / 100, 70));

  /**
   * The smallest bill whose benefit is the wanted one: every fen is reachable, rates are below 1.
   */
  static HospitalBill paying(Fen benefit) {
    var inList = smallestEligible(benefit).plus(DEDUCTIBLE);
    return new HospitalBill(inList, inList.percent(OFF_LIST_PERCENT), inList.percent(FUND_PERCENT));
  }

  public Fen total() {
    return inList.plus(offList).plus(fundPaid);
  }

  public Fen outOfPocket() {
    return inList.plus(offList);
  }

  /** What the default terms pay: marginal tiers of what exceeds the deductible, down to the fen. */
  Fen benefit() {
    var eligible = Math.max(0, inList.minus(DEDUCTIBLE).count());
    return new Fen(TIERS.stream().mapToLong(tier -> tier.hundredthsFor(eligible)).sum() / 100);
  }

  private static Fen smallestEligible(Fen benefit) {
    var wanted = benefit.count() * 100;
    for (var tier : TIERS) {
      if (wanted <= tier.hundredthsWhole()) {
        return new Fen(tier.from + Math.ceilDiv(wanted, tier.percent));
      }
      wanted -= tier.hundredthsWhole();
    }
    throw new IllegalArgumentException("no bill pays " + benefit);
  }

  private record Tier(long from, long until, int percent) {
    long hundredthsFor(long eligible) {
      return Math.max(0, Math.min(eligible, until) - from) * percent;
    }

    long hundredthsWhole() {
      return (until - from) * percent;
    }
  }
}
