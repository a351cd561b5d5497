package org.gonghui.acceptance.city;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.gonghui.acceptance.arithmetic.LargestRemainder;
import org.gonghui.acceptance.arithmetic.Lot;
import org.gonghui.acceptance.people.CityScale;

/** How often the people behind the claims had to come: never for what a hospital reports. */
final class Visits {
  private static final long[] NONE_ONE_TWO = {9_171, 3_538, 393};

  private Visits() {}

  /** The trips of each claim that somebody filed, in a seeded order. */
  static Iterator<Integer> ofFiledClaims(long seed, CityScale scale, int settlements) {
    var counts = LargestRemainder.share(scale.allClaims(), NONE_ONE_TWO);
    List<Integer> visits = new ArrayList<>();
    visits.addAll(Collections.nCopies((int) Math.max(0, counts[0] - settlements), 0));
    visits.addAll(Collections.nCopies((int) counts[1], 1));
    visits.addAll(Collections.nCopies((int) counts[2], 2));
    return Lot.shuffled(seed, "visits", visits).iterator();
  }
}
