package org.gonghui.aid.jobaid.vacancy;

import static org.gonghui.aid.jobaid.vacancy.VacancyProblems.BELOW_MINIMUM_WAGE;
import static org.gonghui.aid.jobaid.vacancy.VacancyProblems.FEE_NOT_ALLOWED;
import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What an employer offers; pay in CNY a month. A fee may be named only to be refused with a reason.
 */
public record Offer(
    @NotBlank @Size(max = 100) String title,
    @NotBlank @Size(max = 50) String trade,
    @NotNull @Min(1) @Max(9999) Integer places,
    @NotNull Money payFrom,
    @NotNull Money payTo,
    @NotNull Shift shift,
    @Nullable Money fee) {
  private static final Money MOST = Money.of("9999999.99");

  /** When the work is done. */
  public enum Shift {
    DAY,
    NIGHT,
    ROTATING,
    FLEXIBLE
  }

  /** Refuses what cannot be, then what must not be. */
  void requireLawful(Money minimumWage) {
    var faults = new ArrayList<Fault>();
    if (!payFrom.isPositive() || payFrom.isMoreThan(MOST)) {
      faults.add(new Fault("/payFrom", "AMOUNT_OUT_OF_RANGE", "is 0.01 to " + MOST));
    }
    if (payFrom.isMoreThan(payTo) || payTo.isMoreThan(MOST)) {
      faults.add(new Fault("/payTo", "AMOUNT_OUT_OF_RANGE", "is payFrom to " + MOST));
    }
    if (fee != null && fee.isNegative()) {
      faults.add(new Fault("/fee", "AMOUNT_OUT_OF_RANGE", "is 0.00 or absent"));
    }
    if (!faults.isEmpty()) {
      throw INVALID.because("see errors").and(faults);
    }
    if (!payFrom.isAtLeast(minimumWage)) {
      throw BELOW_MINIMUM_WAGE.at(
          "/payFrom", "the minimum wage there is %s".formatted(minimumWage));
    }
    if (fee != null && fee.isPositive()) {
      throw FEE_NOT_ALLOWED.at("/fee", "leave it out");
    }
  }
}
