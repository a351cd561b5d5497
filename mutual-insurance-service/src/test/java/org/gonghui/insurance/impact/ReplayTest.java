package org.gonghui.insurance.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gonghui.insurance.adjudication.Facts;
import org.gonghui.insurance.adjudication.Facts.Amounts;
import org.gonghui.insurance.adjudication.Facts.Cause;
import org.gonghui.insurance.adjudication.Inputs;
import org.gonghui.insurance.adjudication.Inputs.CoverPeriod;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.kit.money.Money;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final LocalDate DAY = LocalDate.of(2017, 5, 8);

  @Test
  void under_the_same_terms_every_claim_gets_what_it_got() {
    var replay = new Replay(Terms.defaults());

    assertThat(replay.next(stay("48000.00", "0.00"), Money.of("28500.00"))).hasToString("28500.00");
    assertThat(replay.next(stay("48000.00", "28500.00"), Money.of("21500.00")))
        .hasToString("21500.00");
  }

  @Test
  void what_an_earlier_claim_would_have_got_less_is_left_of_the_limit_for_the_next() {
    var replay = new Replay(Terms.defaults());

    // Under the former terms the first claim got 40,000.00, so that only 10,000.00 were left.
    assertThat(replay.next(stay("48000.00", "0.00"), Money.of("40000.00"))).hasToString("28500.00");
    assertThat(replay.next(stay("48000.00", "40000.00"), Money.of("10000.00")))
        .hasToString("21500.00");
  }

  private static Inputs stay(String inList, String used) {
    var amount = Money.of(inList);
    var zero = Money.ZERO;
    var amounts = new Amounts(amount, zero, zero, zero, zero, amount, zero);
    var stay =
        new Facts.HospitalStay("H330602001", 3, DAY, DAY.plusDays(9), Cause.ILLNESS, amounts);
    var cover = new CoverPeriod(LocalDate.of(2017, 1, 1), LocalDate.of(2018, 1, 1), false);
    return Inputs.of(stay, List.of(cover), DAY.plusDays(20)).withUsed(Money.of(used));
  }
}
