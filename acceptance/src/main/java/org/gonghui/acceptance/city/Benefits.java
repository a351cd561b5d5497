package org.gonghui.acceptance.city;

import java.util.Arrays;
import java.util.List;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.arithmetic.LargestRemainder;
import org.gonghui.acceptance.arithmetic.NormalQuantile;

/** The hospital benefits of the year, smallest first: log-normal in shape, exact in sum. */
final class Benefits {
  private static final double SPREAD = 0.9;

  private Benefits() {}

  static List<Fen> of(int count, Fen total) {
    var weights = new double[count];
    for (var i = 0; i < count; i++) {
      weights[i] = StrictMath.exp(SPREAD * NormalQuantile.of((i + 0.5) / count));
    }
    return Arrays.stream(LargestRemainder.share(total.count(), weights))
        .sorted()
        .mapToObj(Fen::new)
        .toList();
  }
}
