package org.gonghui.aid.household.category;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gonghui.aid.household.category.CategoryScheme.Rule;
import org.gonghui.aid.household.category.Criterion.Allowance;
import org.gonghui.aid.household.category.Criterion.Means;
import org.gonghui.aid.household.category.Criterion.RuinousLoss;
import org.gonghui.aid.household.category.Criterion.SuddenHardship;
import org.gonghui.aid.household.category.Family.Cause;
import org.gonghui.aid.household.category.Family.Income;

/** The two schemes of the handbook; a test of the service compares them with the stored ones. */
public final class SchemeFixture {
  private static final Set<Income> COUNTED =
      EnumSet.complementOf(EnumSet.of(Income.BASE_PENSION, Income.FESTIVAL_GIFT));

  public static final CategoryScheme A =
      new CategoryScheme(
          "A",
          COUNTED,
          List.of(
              new Rule(Category.DEEP, "低保户", "subsistence allowance family", new Allowance()),
              new Rule(
                  Category.RELATIVE,
                  "低保边缘户",
                  "family close to the allowance",
                  new Means(new BigDecimal("1.5"), false, true)),
              new Rule(
                  Category.ACCIDENTAL,
                  "意外致困户",
                  "family struck by an accident",
                  new RuinousLoss(new BigDecimal("1"), new BigDecimal("3")))));

  public static final CategoryScheme B =
      new CategoryScheme(
          "B",
          COUNTED,
          List.of(
              new Rule(
                  Category.DEEP,
                  "深度困难",
                  "deep hardship",
                  new Means(new BigDecimal("1"), true, false)),
              new Rule(
                  Category.RELATIVE,
                  "相对困难",
                  "relative hardship",
                  new Means(new BigDecimal("2"), true, false)),
              new Rule(
                  Category.ACCIDENTAL,
                  "意外致困",
                  "accidental hardship",
                  new SuddenHardship(
                      EnumSet.of(
                          Cause.DISASTER,
                          Cause.MAJOR_ACCIDENT,
                          Cause.EPIDEMIC,
                          Cause.PUBLIC_SECURITY),
                      new BigDecimal("0.8")))));

  private SchemeFixture() {}
}
