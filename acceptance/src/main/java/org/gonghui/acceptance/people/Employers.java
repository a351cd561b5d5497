package org.gonghui.acceptance.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gonghui.acceptance.arithmetic.LargestRemainder;
import org.gonghui.acceptance.arithmetic.Lot;
import org.gonghui.acceptance.arithmetic.NormalQuantile;

/** The employers of each county: many small ones and a few large ones, over all of its towns. */
public final class Employers {
  private static final double SPREAD = 1.0;
  private static final int USUAL_SEED = 2017;
  private static final int CITIES = 20;
  private static final int CODES_PER_CITY = 5_000;
  private static final List<String> TRADES =
      List.of("纺织", "机械", "电子", "建筑", "食品", "印染", "物流", "化工");

  private Employers() {}

  public static List<Employer> of(long seed, CityScale scale, int[] members) {
    var counts = atLeastOne(Counties.share(scale.employers()));
    var towns = new Towns();
    var employers = new ArrayList<Employer>();
    var first = 0;
    for (var i = 0; i < counts.length; i++) {
      var county = Counties.CODES.get(i);
      var places = Lot.shuffled(seed, "towns of " + county, towns.of(county));
      for (var headcount : sizes(seed, county, counts[i], members[i])) {
        var index = employers.size();
        var town = places.get(index % places.size());
        var name = "示例" + TRADES.get(index % TRADES.size()) + "%04d厂".formatted(index + 1);
        var code = Numbers.creditCode(county, firstCode(seed) + index);
        employers.add(new Employer(index, code, name, town, first, headcount));
        first += headcount;
      }
    }
    return List.copyOf(employers);
  }

  /** Cities of different seeds share no employer either. */
  private static int firstCode(long seed) {
    return (int) Math.floorMod(seed - USUAL_SEED, (long) CITIES) * CODES_PER_CITY + 1;
  }

  /** In a tiny city the largest county leaves an employer to one that would have none. */
  private static int[] atLeastOne(int[] counts) {
    for (var i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        counts[i]++;
        counts[largest(counts)]--;
      }
    }
    return counts;
  }

  private static int largest(int[] counts) {
    return IntStream.range(0, counts.length)
        .reduce((a, b) -> counts[b] > counts[a] ? b : a)
        .orElseThrow();
  }

  private static List<Integer> sizes(long seed, String county, int employers, int members) {
    var weights = new double[employers];
    for (var i = 0; i < employers; i++) {
      weights[i] = StrictMath.exp(SPREAD * NormalQuantile.of((i + 0.5) / employers));
    }
    var sizes = new ArrayList<Integer>();
    for (var above : LargestRemainder.share(members - employers, weights)) {
      sizes.add(Math.toIntExact(above) + 1);
    }
    return Lot.shuffled(seed, "sizes of " + county, sizes);
  }
}
