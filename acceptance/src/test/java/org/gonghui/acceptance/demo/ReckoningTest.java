package org.gonghui.acceptance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.gonghui.acceptance.arithmetic.Fen;
import org.junit.jupiter.api.Test;

class ReckoningTest {
  @Test
  void only_if_every_row_matches_the_play_has_succeeded() {
    var reckoning = new Reckoning();
    assertThat(reckoning.exitCode()).as("nothing was compared").isEqualTo(1);

    reckoning.row("members", "426500", 8_530, "8530");
    reckoning.row("paid", "24933000.00", Fen.of("498660.00"), "498660.00");
    assertThat(reckoning.exitCode()).isZero();

    reckoning.row("deaths", "143", 3, "2");
    assertThat(reckoning.exitCode()).isEqualTo(1);
    assertThat(reckoning.table().lines().filter(line -> line.endsWith(" MATCH"))).hasSize(2);
    assertThat(reckoning.table().lines().filter(line -> line.endsWith(" MISMATCH"))).hasSize(1);
  }

  @Test
  void a_figure_that_the_platform_does_not_tell_is_a_mismatch() {
    var reckoning = new Reckoning();

    reckoning.row("leads", "3", 0, "");

    assertThat(reckoning.exitCode()).isEqualTo(1);
  }
}
