package org.gonghui.insurance.plan;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import java.util.List;
import java.util.Set;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.ProblemType;

/** Who pays the fee of one head, for employers of certain types; no types means nobody by type. */
public record Split(String code, Set<String> unitTypes, Money worker, Money employer, Money union) {
  public static final String DEFAULT = "DEFAULT";
  public static final String UNION_PAID = "UNION_PAID";
  static final ProblemType SPLIT_NOT_FEE =
      brokenRule("SPLIT_NOT_FEE", "A split must add up to the fee", "分担金额之和须等于缴费标准");

  /** What the employer transfers for one head: its own share and the worker's. */
  public Money transferred() {
    return worker.plus(employer);
  }

  void requireAddsUpTo(Money fee) {
    if (!worker.plus(employer).plus(union).equals(fee)
        || worker.isNegative()
        || employer.isNegative()
        || union.isNegative()) {
      throw SPLIT_NOT_FEE.because("split %s does not add up to %s", code, fee);
    }
  }

  /** The usual three for a fee: the employer pays, thirds for named unit types, the union pays. */
  public static List<Split> usual(Money fee) {
    var third = fee.split(List.of(ONE, ONE, ONE));
    return List.of(
        new Split(DEFAULT, Set.of(), Money.ZERO, fee, Money.ZERO),
        new Split("SMALL_PRIVATE", Set.of(), third.get(0), third.get(1), third.get(2)),
        new Split(UNION_PAID, Set.of(), Money.ZERO, Money.ZERO, fee));
  }

  private static final java.math.BigDecimal ONE = java.math.BigDecimal.ONE;
}
