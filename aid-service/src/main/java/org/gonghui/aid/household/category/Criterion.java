package org.gonghui.aid.household.category;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Set;

/**
 * One formula of a scheme, as data; {@code S} is the county's subsistence standard, n the family.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @Type(value = Criterion.Allowance.class, name = "ALLOWANCE"),
  @Type(value = Criterion.Means.class, name = "MEANS"),
  @Type(value = Criterion.RuinousLoss.class, name = "RUINOUS_LOSS"),
  @Type(value = Criterion.SuddenHardship.class, name = "SUDDEN_HARDSHIP")
})
public sealed interface Criterion {
  /** The family receives the state's subsistence allowance (低保). */
  record Allowance() implements Criterion {}

  /**
   * {@code disposable ≤ factor × S × 12 × n}, or {@code <} when strict; and, where asked, not more
   * a head than the minimum wage.
   */
  record Means(BigDecimal factor, boolean strict, boolean withinMinimumWage) implements Criterion {}

  /**
   * A loss takes the family below {@code floor × S × 12 × n}; above {@code ceiling × S × 12 × n} of
   * income its savings and investments count too.
   */
  record RuinousLoss(BigDecimal floor, BigDecimal ceiling) implements Criterion {}

  /** One of these causes; or any loss above that share of the year's income. */
  record SuddenHardship(Set<Family.Cause> causes, BigDecimal shareOfIncome) implements Criterion {}
}
