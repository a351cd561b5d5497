package org.gonghui.acceptance.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gonghui.acceptance.arithmetic.Lot;
import org.gonghui.acceptance.people.CityScale;
import org.gonghui.acceptance.people.Counties;

/** Who of each county has one, two or three stays, dies or falls critically ill; nobody twice. */
final class Afflicted {
  /** One person with so many stays. */
  record Patient(int member, String county, int stays) {}

  /** One member of a county. */
  record Resident(int member, String county) {}

  final List<Patient> patients = new ArrayList<>();
  final List<Resident> dead = new ArrayList<>();
  final List<Resident> critical = new ArrayList<>();

  Afflicted(long seed, CityScale scale, int[] members) {
    var stays = Counties.share(scale.stays());
    var two = share(scale.peopleWithTwoStays(), stays);
    var three = share(scale.peopleWithThreeStays(), stays);
    var deaths = Counties.share(scale.deaths());
    var illnesses = Counties.share(scale.criticalIllnesses());
    var first = 0;
    for (var i = 0; i < members.length; i++) {
      var county = Counties.CODES.get(i);
      var one = stays[i] - 2 * two[i] - 3 * three[i];
      var people = one + two[i] + three[i] + deaths[i] + illnesses[i];
      var lot = Lot.of(seed, "people of " + county);
      Deque<Integer> drawn = new ArrayDeque<>(Lot.distinct(lot, people, first, first + members[i]));
      addPatients(drawn, county, 1, one);
      addPatients(drawn, county, 2, two[i]);
      addPatients(drawn, county, 3, three[i]);
      addResidents(dead, drawn, county, deaths[i]);
      addResidents(critical, drawn, county, illnesses[i]);
      first += members[i];
    }
  }

  private void addPatients(Deque<Integer> drawn, String county, int stays, int count) {
    for (var k = 0; k < count; k++) {
      patients.add(new Patient(drawn.remove(), county, stays));
    }
  }

  private static void addResidents(
      List<Resident> residents, Deque<Integer> drawn, String county, int count) {
    for (var k = 0; k < count; k++) {
      residents.add(new Resident(drawn.remove(), county));
    }
  }

  private static int[] share(int people, int[] staysByCounty) {
    var weights = new long[staysByCounty.length];
    for (var i = 0; i < weights.length; i++) {
      weights[i] = staysByCounty[i];
    }
    return Counties.share(people, weights);
  }
}
