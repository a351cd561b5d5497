package org.gonghui.acceptance.arithmetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Seeded choices: the same seed and purpose always draw the same lots. */
public final class Lot {
  private Lot() {}

  public static RandomGenerator of(long seed, String purpose) {
    return random(seed, purpose);
  }

  public static <T> List<T> shuffled(long seed, String purpose, List<T> things) {
    var shuffled = new ArrayList<>(things);
    Collections.shuffle(shuffled, random(seed, purpose));
    return shuffled;
  }

  /** Draws distinct whole numbers from the range, in the order of drawing. */
  public static Set<Integer> distinct(RandomGenerator lot, int count, int from, int until) {
    if (count > until - from) {
      throw new IllegalArgumentException(count + " of " + (until - from) + " cannot be drawn");
    }
    var drawn = new LinkedHashSet<Integer>();
    while (drawn.size() < count) {
      drawn.add(lot.nextInt(from, until));
    }
    return drawn;
  }

  private static Random random(long seed, String purpose) {
    return new Random(seed * 1_000_003L + purpose.hashCode());
  }
}
