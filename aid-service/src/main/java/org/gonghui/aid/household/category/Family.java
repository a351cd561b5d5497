package org.gonghui.aid.household.category;

import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A family's means over the 12 months before the decisive date, in CNY. What is absent is not
 * known, which is neither zero nor no.
 */
public record Family(
    @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Member> members,
    @Nullable @Size(max = 5) Map<Expenditure, Money> expenditure,
    @Nullable Money savings,
    @Nullable Money investments,
    @Nullable @Valid Loss loss,
    @Nullable Boolean subsistenceAllowance,
    @Nullable @Size(max = 8) Set<Exclusion> exclusions) {
  private static final Money MOST = Money.of("9999999.99");

  /** Where money comes from; whether a kind counts is said by the scheme. */
  public enum Income {
    WAGES,
    BUSINESS,
    PROPERTY,
    TRANSFERS,
    BASE_PENSION,
    UNION_AID,
    FESTIVAL_GIFT,
    OTHER
  }

  /** What cannot be saved on (刚性支出); compulsory education is free and no such thing. */
  public enum Expenditure {
    ILLNESS,
    DISABILITY,
    SCHOOLING,
    HOUSING,
    OTHER
  }

  /** What a member does. */
  public enum WorkStatus {
    EMPLOYED,
    LAID_OFF,
    UNEMPLOYED,
    RETIRED,
    SICK_LEAVE,
    INTERNAL_RETIREMENT,
    MIGRANT,
    STUDENT,
    PRE_SCHOOL,
    OTHER;

    boolean isWithoutWork() {
      return switch (this) {
        case LAID_OFF, UNEMPLOYED, OTHER -> true;
        case EMPLOYED, RETIRED, SICK_LEAVE, INTERNAL_RETIREMENT, MIGRANT, STUDENT, PRE_SCHOOL ->
            false;
      };
    }
  }

  /** What struck the family; {@code NONE} says that nothing did. */
  public enum Cause {
    NONE,
    DISASTER,
    MAJOR_ACCIDENT,
    EPIDEMIC,
    PUBLIC_SECURITY,
    OWN
  }

  /** What keeps a family from being recognised, whatever its income. */
  public enum Exclusion {
    PRIVATE_SCHOOL,
    CONTROLLING_OWNER,
    SECOND_HOME,
    VEHICLE,
    BUSINESS,
    REFUSES_CHECK,
    FALSE_FACTS,
    REFUSES_WORK
  }

  /** A loss in the year. */
  public record Loss(@NotNull Cause cause, @NotNull Money amount) {}

  /**
   * One who lives on the same means; {@code reasonForNoWork} says that there is evidence of one.
   */
  public record Member(
      @NotNull @Min(0) @Max(130) Integer age,
      @NotNull WorkStatus workStatus,
      @Nullable Boolean ableToWork,
      @Nullable Boolean reasonForNoWork,
      @Nullable @Size(max = 8) Map<Income, Money> income) {

    /** Whether the law's working age without work asks for an explanation. */
    boolean shouldWork() {
      return workStatus.isWithoutWork() && age >= 16 && age < 60;
    }
  }

  int size() {
    return members.size();
  }

  /** Refuses amounts that cannot be, all of them together. */
  public void requireSound() {
    var faults = new ArrayList<Fault>();
    for (var i = 0; i < members.size(); i++) {
      amounts("/members/" + i + "/income", members.get(i).income(), faults);
    }
    amounts("/expenditure", expenditure, faults);
    amount("/savings", savings, faults);
    amount("/investments", investments, faults);
    amount("/loss/amount", loss == null ? null : loss.amount(), faults);
    if (!faults.isEmpty()) {
      throw INVALID.because("see errors").and(faults);
    }
  }

  private static void amounts(String at, @Nullable Map<?, Money> amounts, List<Fault> faults) {
    if (amounts != null) {
      amounts.forEach((kind, amount) -> amount(at + "/" + kind, amount, faults));
    }
  }

  private static void amount(String at, @Nullable Money amount, List<Fault> faults) {
    Predicate<Money> isSound = it -> !it.isNegative() && MOST.isAtLeast(it);
    if (amount != null && !isSound.test(amount)) {
      faults.add(new Fault(at, "AMOUNT_OUT_OF_RANGE", "is 0.00 to " + MOST));
    }
  }
}
