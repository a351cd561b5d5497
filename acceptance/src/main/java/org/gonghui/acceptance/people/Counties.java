package org.gonghui.acceptance.people;

import java.util.List;
import org.gonghui.acceptance.arithmetic.LargestRemainder;

/** The counties of the city and each one's part of whatever the city has. */
public final class Counties {
  public static final List<String> CODES =
      List.of("330602", "330603", "330604", "330624", "330681", "330683");
  private static final long[] PERCENT = {24, 20, 17, 7, 21, 11};

  private Counties() {}

  /** The city's count per county, by largest remainder; ties go to the lower code. */
  public static int[] share(int total) {
    return share(total, PERCENT);
  }

  public static int[] share(int total, long[] weights) {
    var parts = LargestRemainder.share(total, weights);
    var counts = new int[parts.length];
    for (var i = 0; i < parts.length; i++) {
      counts[i] = Math.toIntExact(parts[i]);
    }
    return counts;
  }
}
