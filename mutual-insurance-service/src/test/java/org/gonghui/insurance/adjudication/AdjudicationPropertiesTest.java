package org.gonghui.insurance.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.adjudication.Stays.decide;
import static org.gonghui.insurance.adjudication.Stays.renewed;
import static org.gonghui.insurance.adjudication.Stays.stay;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.gonghui.insurance.adjudication.Decision.Reduction;
import org.gonghui.insurance.adjudication.Facts.Cause;
import org.gonghui.kit.money.Money;

/** What holds for every claim, whatever the amounts. */
class AdjudicationPropertiesTest {
  private static final Money LIMIT = Terms.defaults().hospital().annualLimit();

  @Property
  void a_benefit_stays_within_what_was_asked_the_limit_and_the_bill(
      @ForAll @LongRange(max = 20_000_000) long inList,
      @ForAll @LongRange(max = 20_000_000) long offList,
      @ForAll @LongRange(max = 5_000_000) long used,
      @ForAll @LongRange(max = 20_000_000) long others,
      @ForAll Cause cause) {
    var bill = Stays.amounts(yuan(inList), yuan(offList));
    var facts = stay(bill, Stays.ADMITTED, Stays.DISCHARGED, cause);
    var paidByOthers = Money.ofFen(others).min(bill.outOfPocket());

    var decision =
        decide(renewed(facts).withUsed(Money.ofFen(used)).withPaidByOthers(paidByOthers));

    assertThat(decision.amount()).isBetween(Money.ZERO, decision.asked());
    assertThat(decision.amount()).isLessThanOrEqualTo(LIMIT.minus(Money.ofFen(used)));
    assertThat(decision.amount().plus(paidByOthers)).isLessThanOrEqualTo(bill.outOfPocket());
    assertThat(reduced(decision)).isEqualTo(decision.asked().minus(decision.amount()));
    assertThat(decision.reductions()).allMatch(r -> r.amount().isPositive());
  }

  @Property
  void more_in_list_cost_never_gives_less(
      @ForAll @LongRange(max = 20_000_000) long inList,
      @ForAll @LongRange(max = 100_000) long more,
      @ForAll @LongRange(max = 5_000_000) long used) {
    var less = decide(renewed(stay(yuan(inList))).withUsed(Money.ofFen(used)));

    var bigger = decide(renewed(stay(yuan(inList + more))).withUsed(Money.ofFen(used)));

    assertThat(bigger.amount()).isGreaterThanOrEqualTo(less.amount());
  }

  @Property
  void splitting_a_bill_never_gives_more(
      @ForAll @LongRange(max = 20_000_000) long one,
      @ForAll @LongRange(max = 20_000_000) long two) {
    var whole = decide(stay(yuan(one + two)));

    var first = decide(stay(yuan(one)));
    var second = decide(renewed(stay(yuan(two))).withUsed(first.amount()));

    assertThat(first.amount().plus(second.amount())).isLessThanOrEqualTo(whole.amount());
  }

  @Property
  void the_order_of_two_claims_does_not_change_their_total(
      @ForAll @LongRange(max = 10_000_000) long one,
      @ForAll @LongRange(max = 10_000_000) long two,
      @ForAll @LongRange(max = 5_000_000) long used) {
    assertThat(inOrder(one, two, used)).isEqualTo(inOrder(two, one, used));
  }

  @Property(tries = 300)
  void the_same_inputs_give_the_same_bytes_after_storage(
      @ForAll @LongRange(max = 20_000_000) long inList, @ForAll Cause cause) {
    var facts = stay(Stays.amounts(yuan(inList), "12.34"), Stays.ADMITTED, Stays.DISCHARGED, cause);
    var inputs = renewed(facts);
    var stored = Canonical.bytes(inputs);
    var terms = Canonical.read(Canonical.bytes(Terms.defaults()), Terms.class);

    var again = Adjudication.adjudicate(Canonical.read(stored, Inputs.class), terms);

    assertThat(Canonical.bytes(again)).isEqualTo(Canonical.bytes(decide(inputs)));
    assertThat(Canonical.read(Canonical.bytes(again), Decision.class)).isEqualTo(again);
  }

  @Property
  void every_fen_can_be_reached_by_the_inverse(
      @ForAll @LongRange(min = 1, max = 4_999_999) long fen) {
    var eligible = Adjudication.eligibleFor(Money.ofFen(fen), Terms.defaults().hospital());
    var inList = eligible.plus(Terms.defaults().hospital().deductible());

    assertThat(decide(stay(inList.toString())).amount()).isEqualTo(Money.ofFen(fen));
    assertThat(decide(stay(inList.minus(Money.ofFen(1)).toString())).amount())
        .isLessThan(Money.ofFen(fen));
  }

  @Property
  void any_number_of_heirs_share_a_death_benefit_to_the_fen(
      @ForAll @IntRange(min = 1, max = 20) int heirs, @ForAll @LongRange(min = 1) long fen) {
    var sum = Money.ofFen(fen % 1_000_000_000L + 1);

    var shares = sum.split(java.util.Collections.nCopies(heirs, BigDecimal.ONE));

    assertThat(Money.sum(shares)).isEqualTo(sum);
    assertThat(shares.getFirst().minus(shares.getLast())).isLessThanOrEqualTo(Money.ofFen(1));
  }

  private static Money inOrder(long one, long two, long used) {
    var start = Money.ofFen(used);
    var first = decide(renewed(stay(yuan(one))).withUsed(start)).amount();
    return first.plus(decide(renewed(stay(yuan(two))).withUsed(start.plus(first))).amount());
  }

  private static Money reduced(Decision decision) {
    return decision.reductions().stream().map(Reduction::amount).reduce(Money.ZERO, Money::plus);
  }

  private static String yuan(long fen) {
    return Money.ofFen(fen).toString();
  }
}
