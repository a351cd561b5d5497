package org.gonghui.insurance.scheme;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYearStatus;
import org.gonghui.insurance.plan.PlanYearStatus.Intake;
import org.gonghui.insurance.plan.Split;
import org.gonghui.insurance.plan.YearRules;
import org.gonghui.kit.money.Money;

/** A plan year as everybody may see it. */
public record PlanYearView(
    UUID id,
    int version,
    String planCode,
    int year,
    PlanYearStatus status,
    Intake intake,
    LocalDate enrolOpen,
    LocalDate enrolClose,
    DateRange cover,
    Money fee,
    List<Split> splits,
    YearRules rules,
    LocalDate payBy,
    int graceDays) {

  static PlanYearView of(PlanYear year) {
    return new PlanYearView(
        year.id(),
        year.version(),
        year.planCode(),
        year.year(),
        year.status(),
        year.intake(),
        year.enrolOpen(),
        year.enrolClose(),
        year.cover(),
        year.fee(),
        year.splits(),
        year.rules(),
        year.payBy(),
        year.graceDays());
  }
}
