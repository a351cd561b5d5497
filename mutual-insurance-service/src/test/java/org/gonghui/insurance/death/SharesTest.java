package org.gonghui.insurance.death;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.death.Relation.CHILD;
import static org.gonghui.insurance.death.Relation.DESIGNATED;
import static org.gonghui.insurance.death.Relation.PARENT;
import static org.gonghui.insurance.death.Relation.SIBLING;
import static org.gonghui.insurance.death.Relation.SPOUSE;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.gonghui.insurance.death.Heir.Guardian;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CitizenId;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final Money BENEFIT = Money.of("3000.00");
  private static final LocalDate TODAY = LocalDate.of(2017, 6, 5);

  @Test
  void spouse_and_children_share_equally_before_all_others() {
    var named = List.of(heir(1, SIBLING), heir(2, SPOUSE), heir(3, CHILD), heir(4, CHILD));

    assertThat(shared(List.of(), named)).containsExactly("2 1000.00", "3 1000.00", "4 1000.00");
  }

  @Test
  void the_second_order_inherits_when_nobody_of_the_first_is_left() {
    assertThat(shared(List.of(), List.of(heir(1, SIBLING), heir(2, SIBLING))))
        .containsExactly("1 1500.00", "2 1500.00");
  }

  @Test
  void seven_equal_heirs_receive_the_whole_sum() {
    var named = IntStream.rangeClosed(1, 7).mapToObj(no -> heir(no, PARENT)).toList();

    assertThat(shared(List.of(), named))
        .containsExactly(
            "1 428.58", "2 428.57", "3 428.57", "4 428.57", "5 428.57", "6 428.57", "7 428.57");
  }

  @Test
  void a_designation_counts_before_any_heir() {
    var designated = List.of(share("0.5"), share("0.3"), share("0.2"));

    assertThat(shared(designated, List.of(heir(1, SPOUSE))))
        .containsExactly("1 1500.00", "2 900.00", "3 600.00");
  }

  @Test
  void those_who_are_left_of_a_designation_share_in_proportion() {
    assertThat(shared(List.of(share("0.3"), share("0.2")), List.of()))
        .containsExactly("1 1800.00", "2 1200.00");
  }

  @Test
  void without_anybody_there_is_nothing_to_pay() {
    assertThatProblem(() -> shared(List.of(), List.of())).is(Shares.NO_HEIRS);
  }

  @Test
  void a_minor_is_paid_through_the_guardian_until_the_eighteenth_birthday() {
    var minor = CitizenId.ofPrefix("33999919990606001");
    var guardian = new Guardian("王建国", CitizenId.ofPrefix("33999919700101001"));
    var heir = new Heir(1, "王小红", minor, CHILD, BigDecimal.ONE, guardian);

    assertThat(heir.payee(TODAY)).isEqualTo(guardian.id());
    assertThat(heir.payee(TODAY.plusDays(1))).isEqualTo(minor);
    assertThat(new Heir(1, "王小红", minor, CHILD, BigDecimal.ONE, null).lacksGuardian(TODAY))
        .isTrue();
  }

  private static List<String> shared(List<Heir> designated, List<Heir> named) {
    return Shares.split(Shares.entitled(designated, named), BENEFIT).stream()
        .map(part -> part.heir().payeeNo() + " " + part.amount())
        .toList();
  }

  private static Heir heir(int no, Relation relation) {
    return new Heir(no, "王小红", person(no), relation, BigDecimal.ONE, null);
  }

  private static Heir share(String share) {
    return new Heir(0, "李四", person(99), DESIGNATED, new BigDecimal(share), null);
  }

  private static CitizenId person(int no) {
    return CitizenId.ofPrefix("33999919700101%03d".formatted(no));
  }
}
