package org.gonghui.acceptance.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LargestRemainderTest {
  @Test
  void parts_add_up_and_ties_go_to_the_lower_index() {
    assertThat(LargestRemainder.share(5, new double[] {1, 1, 1})).containsExactly(2, 2, 1);
    assertThat(LargestRemainder.share(12_866, new long[] {24, 20, 17, 7, 21, 11}))
        .containsExactly(3_088, 2_573, 2_187, 901, 2_702, 1_415);
  }

  @Test
  void the_normal_quantile_is_exact_where_it_is_known() {
    assertThat(NormalQuantile.of(0.5)).isZero();
    assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959963984540054, within(1e-14));
    assertThat(NormalQuantile.of(0.001)).isCloseTo(-3.090232306167813, within(1e-14));
  }
}
