package org.gonghui.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CircuitTest {
  private static final long SECOND = 1_000_000_000L;

  private final Circuit circuit = new Circuit();

  private void fail(int times) {
    for (var i = 0; i < times; i++) {
      circuit.failed(0);
    }
  }

  @Test
  void five_failures_in_a_row_open_it() {
    fail(4);
    assertThat(circuit.isClosed()).isTrue();

    fail(1);

    assertThat(circuit.isClosed()).isFalse();
  }

  @Test
  void a_success_in_between_starts_the_count_anew() {
    fail(4);
    circuit.succeeded();
    fail(4);

    assertThat(circuit.isClosed()).isTrue();
  }

  @Test
  void after_a_second_one_request_and_no_other_may_look() {
    fail(5);

    assertThat(circuit.mayProbe(SECOND - 10)).isFalse();
    assertThat(circuit.mayProbe(SECOND + 10)).isTrue();
    assertThat(circuit.mayProbe(SECOND + 20)).isFalse();
  }

  @Test
  void each_failed_look_doubles_the_pause_up_to_sixteen_seconds() {
    fail(5);
    circuit.failed(0);
    assertThat(circuit.mayProbe(2 * SECOND - 10)).isFalse();
    assertThat(circuit.mayProbe(2 * SECOND + 10)).isTrue();

    fail(20);

    assertThat(circuit.mayProbe(16 * SECOND - 10)).isFalse();
    assertThat(circuit.mayProbe(16 * SECOND + 10)).isTrue();
  }

  @Test
  void a_look_that_succeeds_closes_it() {
    fail(5);
    assertThat(circuit.mayProbe(2 * SECOND)).isTrue();

    circuit.succeeded();

    assertThat(circuit.isClosed()).isTrue();
    assertThat(circuit.mayProbe(100 * SECOND)).isFalse();
  }
}
