package org.gonghui.aid.household.category;

import java.math.BigDecimal;
import org.gonghui.kit.money.Money;

/** What a county holds a month of life to cost (低保标准), and its minimum wage a month. */
public record Standard(Money subsistence, Money minimumWage) {
  private static final int MONTHS = 12;

  /** A factor of the subsistence standard for a year of a family of that size; exact. */
  BigDecimal yearly(BigDecimal factor, int people) {
    return subsistence
        .amount()
        .multiply(factor)
        .multiply(BigDecimal.valueOf((long) MONTHS * people));
  }

  Money yearOfMinimumWage() {
    return minimumWage.times(MONTHS);
  }

  Money yearOfMinimumWage(int people) {
    return minimumWage.times((long) MONTHS * people);
  }
}
