package org.gonghui.insurance.scheme;

import static org.gonghui.insurance.scheme.YearDraft.or;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.Split;
import org.gonghui.insurance.plan.YearRules;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** What changes in a draft of a year; what is left out stays. */
public record YearChange(
    @Nullable LocalDate enrolOpen,
    @Nullable LocalDate enrolClose,
    @Nullable @Valid DateRange cover,
    @Nullable Money fee,
    @Nullable @Size(min = 1, max = 20) List<@Valid Split> splits,
    @Nullable @Valid YearRules rules,
    @Nullable LocalDate payBy,
    @Nullable @Min(0) @Max(365) Integer graceDays) {

  PlanYear applyTo(PlanYear old, String maker) {
    var amount = or(fee, old.fee());
    var shares = fee == null ? old.splits() : Split.usual(amount);
    return new PlanYear(
        old.id(),
        old.version(),
        old.planCode(),
        old.year(),
        old.status(),
        old.intake(),
        or(enrolOpen, old.enrolOpen()),
        or(enrolClose, old.enrolClose()),
        or(cover, old.cover()),
        amount,
        or(splits, shares),
        or(rules, old.rules()),
        or(payBy, old.payBy()),
        or(graceDays, old.graceDays()),
        maker,
        null,
        null);
  }
}
