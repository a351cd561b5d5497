package org.gonghui.insurance.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.contribution.Matching.Matched;
import org.gonghui.insurance.contribution.Matching.Open;
import org.gonghui.insurance.contribution.Matching.Part;
import org.gonghui.insurance.contribution.Matching.Proposed;
import org.gonghui.insurance.contribution.Matching.Unmatched;
import org.gonghui.kit.money.Money;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final Money FULL = Money.of("6000.00");

  @Test
  void due_1234_of_2017_has_the_handbooks_reference() {
    assertThat(DueReference.of(2017, 1234).text()).isEqualTo("MIC2017000123483");
  }

  @Test
  void a_remark_with_wrong_check_digits_names_no_reference() {
    assertThat(DueReference.allIn("互助会费 MIC2017000123484")).isEmpty();
  }

  @Test
  void references_are_found_in_any_width_and_case_and_once_each() {
    var remark = "缴费mic2017000123483,ＭＩＣ２０１７０００１２３４８３;MIC2017000123580";

    assertThat(DueReference.allIn(remark))
        .containsExactly(DueReference.of(2017, 1234), DueReference.of(2017, 1235));
  }

  @Test
  void longer_digit_strings_are_not_cut_into_references() {
    assertThat(DueReference.allIn("MIC20170001234831")).isEmpty();
  }

  @Test
  void part_of_a_due_is_matched_by_its_reference() {
    var matching = Matching.of(Money.of("5940.00"), true, List.of(new Open(A, FULL)), List.of());

    assertThat(matching).isEqualTo(new Matched(List.of(new Part(A, Money.of("5940.00")))));
  }

  @Test
  void what_exceeds_the_due_waits() {
    var matching = Matching.of(Money.of("6000.01"), true, List.of(new Open(A, FULL)), List.of());

    assertThat(matching).isEqualTo(new Matched(List.of(new Part(A, FULL))));
  }

  @Test
  void several_references_are_paid_only_by_their_exact_sum() {
    var named = List.of(new Open(A, FULL), new Open(B, Money.of("60.00")));

    assertThat(Matching.of(Money.of("6060.00"), true, named, List.of()))
        .isEqualTo(new Matched(List.of(new Part(A, FULL), new Part(B, Money.of("60.00")))));
    assertThat(Matching.of(Money.of("6059.99"), true, named, List.of())).isEqualTo(new Unmatched());
  }

  @Test
  void payer_and_exact_amount_are_a_proposal_when_only_one_due_fits() {
    var one = List.of(new Open(A, FULL), new Open(B, Money.of("60.00")));
    var two = List.of(new Open(A, FULL), new Open(B, FULL));

    assertThat(Matching.of(FULL, false, List.of(), one)).isEqualTo(new Proposed(new Part(A, FULL)));
    assertThat(Matching.of(FULL, false, List.of(), two)).isEqualTo(new Unmatched());
    assertThat(Matching.of(Money.of("5999.99"), false, List.of(), one)).isEqualTo(new Unmatched());
  }

  @Test
  void a_due_already_paid_takes_no_more() {
    var matching = Matching.of(FULL, true, List.of(new Open(A, Money.ZERO)), List.of());

    assertThat(matching).isEqualTo(new Unmatched());
  }
}
