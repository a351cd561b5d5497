package org.gonghui.acceptance.people;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gonghui.acceptance.arithmetic.Fen;

/** How large a city is: the published counts of 2017 times a factor, half up. */
public record CityScale(BigDecimal factor) {
  private static final int MEMBERS = 426_500;
  private static final int EMPLOYERS = 4_265;
  private static final int STAYS = 12_866;
  private static final int PEOPLE_WITH_TWO_STAYS = 1_184;
  private static final int PEOPLE_WITH_THREE_STAYS = 166;
  private static final int DEATHS = 143;
  private static final int CRITICAL_ILLNESSES = 93;
  private static final Fen HOSPITAL_TOTAL = Fen.yuan(24_933_000);

  public CityScale {
    if (factor.signum() <= 0 || factor.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("The scale must be above 0 and at most 1: " + factor);
    }
    factor = factor.stripTrailingZeros();
  }

  public static CityScale of(String factor) {
    return new CityScale(new BigDecimal(factor));
  }

  public int members() {
    return scaled(MEMBERS);
  }

  public int employers() {
    return Math.max(scaled(EMPLOYERS), 6);
  }

  public int stays() {
    return scaled(STAYS);
  }

  public int peopleWithOneStay() {
    return stays() - 2 * peopleWithTwoStays() - 3 * peopleWithThreeStays();
  }

  public int peopleWithTwoStays() {
    return scaled(PEOPLE_WITH_TWO_STAYS);
  }

  public int peopleWithThreeStays() {
    return scaled(PEOPLE_WITH_THREE_STAYS);
  }

  public int deaths() {
    return scaled(DEATHS);
  }

  public int criticalIllnesses() {
    return scaled(CRITICAL_ILLNESSES);
  }

  public Fen hospitalTotal() {
    return new Fen(
        factor
            .multiply(BigDecimal.valueOf(HOSPITAL_TOTAL.count()))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  public int allClaims() {
    return stays() + deaths() + criticalIllnesses();
  }

  private int scaled(int published) {
    return factor
        .multiply(BigDecimal.valueOf(published))
        .setScale(0, RoundingMode.HALF_UP)
        .intValueExact();
  }
}
