package org.gonghui.aid.household.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gonghui.aid.household.category.Family.Cause;
import org.gonghui.aid.household.category.Family.Exclusion;
import org.gonghui.aid.household.category.Family.Expenditure;
import org.gonghui.aid.household.category.Family.Income;
import org.gonghui.aid.household.category.Family.Loss;
import org.gonghui.aid.household.category.Family.Member;
import org.gonghui.aid.household.category.Family.WorkStatus;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** The handbook's family: an earner, a spouse, a pupil; each case changes one thing. */
public record FamilyFixture(Family family) {
  public static final FamilyFixture H1 =
      new FamilyFixture(
          new Family(
              List.of(
                  earner("54000.00", Money.ZERO),
                  spouse(true, Map.of()),
                  new Member(15, WorkStatus.STUDENT, null, null, Map.of())),
              Map.of(
                  Expenditure.ILLNESS, Money.of("28800.00"),
                  Expenditure.SCHOOLING, Money.of("6000.00")),
              Money.ZERO,
              Money.ZERO,
              new Loss(Cause.NONE, Money.ZERO),
              false,
              Set.of()));

  private static Member earner(String wages, Money uncounted) {
    return new Member(
        45,
        WorkStatus.EMPLOYED,
        true,
        null,
        Map.of(
            Income.WAGES,
            Money.of(wages),
            Income.TRANSFERS,
            Money.of("3600.00"),
            Income.BASE_PENSION,
            uncounted,
            Income.FESTIVAL_GIFT,
            uncounted));
  }

  private static Member spouse(boolean hasReason, @Nullable Map<Income, Money> income) {
    return new Member(43, WorkStatus.UNEMPLOYED, true, hasReason, income);
  }

  FamilyFixture earning(String wages) {
    return withMember(0, earner(wages, Money.ZERO));
  }

  FamilyFixture alsoReceiving(String uncounted) {
    return withMember(0, earner("54000.00", Money.of(uncounted)));
  }

  FamilyFixture spouseIdleWithoutReason() {
    return withMember(1, spouse(false, Map.of()));
  }

  FamilyFixture spouseIncomeUnknown() {
    return withMember(1, spouse(true, null));
  }

  private FamilyFixture withMember(int at, Member member) {
    var members = new ArrayList<>(family.members());
    members.set(at, member);
    return with(members, family.expenditure(), family.savings(), family.loss());
  }

  FamilyFixture withoutExpenditure() {
    return with(family.members(), Map.of(), family.savings(), family.loss());
  }

  FamilyFixture losing(Cause cause, String amount) {
    return with(
        family.members(),
        family.expenditure(),
        family.savings(),
        new Loss(cause, Money.of(amount)));
  }

  FamilyFixture saving(String amount) {
    return with(family.members(), family.expenditure(), Money.of(amount), family.loss());
  }

  FamilyFixture savingsUnknown() {
    return with(family.members(), family.expenditure(), null, family.loss());
  }

  FamilyFixture receivingAllowance() {
    return rebuilt(true, family.exclusions());
  }

  FamilyFixture excludedBy(Set<Exclusion> exclusions) {
    return rebuilt(family.subsistenceAllowance(), exclusions);
  }

  FamilyFixture exclusionsUnknown() {
    return rebuilt(family.subsistenceAllowance(), null);
  }

  private FamilyFixture with(
      List<Member> members,
      @Nullable Map<Expenditure, Money> expenditure,
      @Nullable Money savings,
      @Nullable Loss loss) {
    return new FamilyFixture(
        new Family(
            members,
            expenditure,
            savings,
            family.investments(),
            loss,
            family.subsistenceAllowance(),
            family.exclusions()));
  }

  private FamilyFixture rebuilt(@Nullable Boolean allowance, @Nullable Set<Exclusion> exclusions) {
    return new FamilyFixture(
        new Family(
            family.members(),
            family.expenditure(),
            family.savings(),
            family.investments(),
            family.loss(),
            allowance,
            exclusions));
  }
}
