package org.gonghui.insurance.scheme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYearStatus;
import org.gonghui.insurance.plan.PlanYearStatus.Intake;
import org.gonghui.insurance.plan.Split;
import org.gonghui.insurance.plan.YearRules;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** What an officer says of a new plan year; the rest is the federation's custom. */
public record YearDraft(
    @NotNull @Min(1990) @Max(2200) Integer year,
    @NotNull Intake intake,
    @Nullable LocalDate enrolOpen,
    @Nullable LocalDate enrolClose,
    @Nullable @Valid DateRange cover,
    @Nullable Money fee,
    @Nullable @Size(min = 1, max = 20) List<@Valid Split> splits,
    @Nullable @Valid YearRules rules,
    @Nullable LocalDate payBy,
    @Nullable @Min(0) @Max(365) Integer graceDays) {
  private static final Money USUAL_FEE = Money.of("60.00");
  private static final MonthDay USUAL_OPEN = MonthDay.of(10, 20);
  private static final MonthDay USUAL_CLOSE = MonthDay.of(12, 20);

  /** The year itself: enrolment 20 October to 20 December before, cover 1 January to the next. */
  PlanYear toYear(UUID id, String maker) {
    var covers = or(cover, new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)));
    var amount = or(fee, USUAL_FEE);
    return new PlanYear(
        id,
        0,
        PlanYear.MEDICAL,
        year,
        PlanYearStatus.DRAFT,
        intake,
        or(enrolOpen, USUAL_OPEN.atYear(year - 1)),
        or(enrolClose, USUAL_CLOSE.atYear(year - 1)),
        covers,
        amount,
        or(splits, Split.usual(amount)),
        or(rules, YearRules.defaults()),
        or(payBy, covers.from().minusDays(1)),
        or(graceDays, 0),
        maker,
        null,
        null);
  }

  static <T> T or(@Nullable T given, T usual) {
    return given == null ? usual : given;
  }
}
