package org.gonghui.aid.jobaid.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.aid.jobaid.placement.Check.DAY_180;
import static org.gonghui.aid.jobaid.placement.Check.DAY_30;
import static org.gonghui.aid.jobaid.placement.Check.DAY_90;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import java.time.Instant;
import java.time.LocalDate;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.problem.Problems;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final LocalDate REFERRED = LocalDate.parse("2017-01-09");
  private static final LocalDate START = LocalDate.parse("2017-01-16");

  @Test
  void the_three_questions_fall_due_one_after_the_other() {
    var placement = placed();
    assertThat(placement.checkDueOn()).isEqualTo("2017-02-15");

    placement.answer(DAY_30, true, LocalDate.parse("2017-02-15"));
    assertThat(placement.checkDueOn()).isEqualTo("2017-04-16");
    placement.answer(DAY_90, true, LocalDate.parse("2017-04-20"));
    assertThat(placement.checkDueOn()).isEqualTo("2017-07-15");
    placement.answer(DAY_180, true, LocalDate.parse("2017-07-15"));

    assertThat(placement.checkDueOn()).isNull();
    assertThat(placement.status()).isEqualTo(PlacementStatus.PLACED);
  }

  @Test
  void a_question_is_neither_asked_early_nor_twice() {
    var placement = placed();

    assertThatProblem(() -> placement.answer(DAY_30, true, LocalDate.parse("2017-02-14")))
        .is(PlacementProblems.CHECK_NOT_DUE);
    placement.answer(DAY_30, true, LocalDate.parse("2017-02-15"));
    assertThatProblem(() -> placement.answer(DAY_30, true, LocalDate.parse("2017-02-16")))
        .is(PlacementProblems.CHECK_DONE);
  }

  @Test
  void who_no_longer_works_there_has_ended_and_is_not_asked_again() {
    var placement = placed();

    placement.answer(DAY_30, false, LocalDate.parse("2017-02-20"));

    assertThat(placement.status()).isEqualTo(PlacementStatus.ENDED);
    assertThat(placement.endedOn()).isEqualTo("2017-02-20");
    assertThat(placement.checkDueOn()).isNull();
    assertThatProblem(() -> placement.answer(DAY_90, true, LocalDate.parse("2017-05-01")))
        .is(Problems.ILLEGAL_TRANSITION);
  }

  @Test
  void work_begins_between_referral_and_today() {
    var placement = offered();

    assertThatProblem(() -> placement.start(START, "contract 1", START.minusDays(1), Instant.EPOCH))
        .is(PlacementProblems.NOT_THAT_DAY)
        .pointsAt("/startOn");
    assertThatProblem(
            () -> placement.start(REFERRED.minusDays(1), "contract 1", START, Instant.EPOCH))
        .is(PlacementProblems.NOT_THAT_DAY);
    assertThat(placement.status()).isEqualTo(PlacementStatus.OFFERED);
  }

  @Test
  void nobody_begins_without_an_offer() {
    var referred = referred();

    assertThatProblem(() -> referred.start(START, "contract 1", START, Instant.EPOCH))
        .is(Problems.ILLEGAL_TRANSITION);
  }

  private static Placement placed() {
    var placement = offered();
    var event = placement.start(START, "contract 1", START, Instant.EPOCH);
    assertThat(event.startOn()).isEqualTo(START);
    return placement;
  }

  private static Placement offered() {
    var placement = referred();
    placement.offer();
    return placement;
  }

  private static Placement referred() {
    return new Placement(
        new PersonKey("a".repeat(43)),
        "330602001",
        CreditCode.of("91330600MA2A000160"),
        null,
        REFERRED);
  }
}
