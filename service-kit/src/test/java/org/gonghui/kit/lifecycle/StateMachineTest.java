package org.gonghui.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;
import static org.gonghui.kit.testing.TestCaller.aCaller;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import org.gonghui.kit.problem.Problems;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StateMachineTest {
  @Test
  void a_move_that_is_not_in_the_table_is_refused_with_those_that_are() {
    assertThat(Kite.HELD.requireNext(Kite.FLYING)).isEqualTo(Kite.FLYING);
    assertThatProblem(() -> Kite.TORN.requireNext(Kite.FLYING))
        .is(Problems.ILLEGAL_TRANSITION)
        .because("from TORN to FLYING");
  }

  @Test
  void the_tables_are_served() {
    aCaller()
        .request()
        .get("/api/kit/v1/state-machines")
        .then()
        .statusCode(200)
        .body("name", hasItem("kite"))
        .body("find { it.name == 'kite' }.initial", equalTo("HELD"))
        .body("find { it.name == 'kite' }.states[1].next[1]", equalTo("TORN"))
        .body("find { it.name == 'kite' }.states[2].isEnd", equalTo(true));
  }

  enum Kite implements LifeCycle<Kite> {
    HELD,
    FLYING,
    TORN;

    @Override
    public Set<Kite> next() {
      return switch (this) {
        case HELD -> EnumSet.of(FLYING);
        case FLYING -> EnumSet.of(HELD, TORN);
        case TORN -> EnumSet.noneOf(Kite.class);
      };
    }
  }

  /** What a service does to have its table served. */
  static class Kites {
    @Produces
    @Singleton
    StateMachine kite() {
      return StateMachine.of("kite", Kite.class);
    }
  }
}
