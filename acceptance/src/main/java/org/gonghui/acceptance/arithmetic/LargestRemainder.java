package org.gonghui.acceptance.arithmetic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Shares a whole number out by weights so that the parts add up; ties go to the lower index. */
public final class LargestRemainder {
  private LargestRemainder() {}

  public static long[] share(long total, double[] weights) {
    var sum = Arrays.stream(weights).sum();
    var parts = new long[weights.length];
    var remainders = new double[weights.length];
    var shared = 0L;
    for (var i = 0; i < weights.length; i++) {
      var exact = total * (weights[i] / sum);
      parts[i] = (long) Math.floor(exact);
      remainders[i] = exact - parts[i];
      shared += parts[i];
    }
    var largestFirst =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -remainders[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (var k = 0; k < total - shared; k++) {
      parts[largestFirst[k]]++;
    }
    return parts;
  }

  /** Shares by whole-number weights, without any rounding of the remainders. */
  public static long[] share(long total, long[] weights) {
    var sum = Arrays.stream(weights).sum();
    var parts = new long[weights.length];
    var shared = 0L;
    for (var i = 0; i < weights.length; i++) {
      parts[i] = Math.multiplyExact(total, weights[i]) / sum;
      shared += parts[i];
    }
    var largestFirst =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> -(total * weights[i] % sum)))
            .mapToInt(Integer::intValue)
            .toArray();
    for (var k = 0; k < total - shared; k++) {
      parts[largestFirst[k]]++;
    }
    return parts;
  }
}
