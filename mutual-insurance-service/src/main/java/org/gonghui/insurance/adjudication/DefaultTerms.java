package org.gonghui.insurance.adjudication;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import org.gonghui.insurance.adjudication.Facts.Cause;
import org.gonghui.insurance.adjudication.Terms.Afterwards;
import org.gonghui.insurance.adjudication.Terms.Afterwards.Correction;
import org.gonghui.insurance.adjudication.Terms.ClaimRules;
import org.gonghui.insurance.adjudication.Terms.CodeRange;
import org.gonghui.insurance.adjudication.Terms.Control;
import org.gonghui.insurance.adjudication.Terms.FixedSums;
import org.gonghui.insurance.adjudication.Terms.Hospital;
import org.gonghui.insurance.adjudication.Terms.IllnessGroup;
import org.gonghui.insurance.adjudication.Terms.Joining;
import org.gonghui.insurance.adjudication.Terms.Tier;
import org.gonghui.insurance.adjudication.Terms.Waiting;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** The terms that a new plan version starts from. */
final class DefaultTerms {
  static final Terms VALUE =
      new Terms(
          new Joining(16, 60, new BigDecimal("0.80"), 100, new BigDecimal("0.20"), 30, true),
          new Waiting(30, 180, 0, 31),
          new Hospital(
              new BigDecimal("0.00"),
              Money.of("500.00"),
              List.of(
                  tier("0.00", "5000.00", "0.45"),
                  tier("5000.00", "10000.00", "0.50"),
                  tier("10000.00", "20000.00", "0.55"),
                  tier("20000.00", "30000.00", "0.60"),
                  tier("30000.00", null, "0.70")),
              Money.of("50000.00"),
              null),
          new FixedSums(Money.of("5000.00"), Money.of("3000.00"), 2),
          illnesses(),
          new TreeSet<>(
              List.of(
                  Cause.WORK_INJURY,
                  Cause.THIRD_PARTY,
                  Cause.MATERNITY,
                  Cause.COSMETIC,
                  Cause.CRIME)),
          new ClaimRules(180, 3, 90, 60, 5, 10),
          new Control(
              Money.of("10000.00"),
              Money.of("20000.00"),
              new BigDecimal("0.01"),
              new BigDecimal("0.02"),
              7,
              2,
              60,
              3,
              new BigDecimal("0.80")),
          new Afterwards(
              Correction.TOP_UP_ONLY, 12, new BigDecimal("0.20"), 60, 20, Money.of("30000.00")));

  private DefaultTerms() {}

  private static Tier tier(String from, @Nullable String upTo, String rate) {
    return new Tier(Money.of(from), upTo == null ? null : Money.of(upTo), new BigDecimal(rate));
  }

  private static List<IllnessGroup> illnesses() {
    return List.of(
        new IllnessGroup(
            "MALIGNANT_TUMOUR",
            "恶性肿瘤",
            List.of(new CodeRange("C00", "C90"), new CodeRange("C96", "C97")),
            List.of(),
            false),
        new IllnessGroup(
            "LEUKAEMIA", "白血病", List.of(new CodeRange("C91", "C95")), List.of(), false),
        new IllnessGroup(
            "RENAL_FAILURE",
            "肾衰竭",
            List.of(new CodeRange("N18.0", "N18.0"), new CodeRange("N18.5", "N18.5")),
            List.of(),
            true),
        new IllnessGroup(
            "CORONARY_SURGERY",
            "冠脉搭桥/支架",
            List.of(),
            List.of(new CodeRange("36.0", "36.0"), new CodeRange("36.1", "36.1")),
            false));
  }
}
