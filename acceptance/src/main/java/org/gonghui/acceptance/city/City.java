package org.gonghui.acceptance.city;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.gonghui.acceptance.arithmetic.Lot;
import org.gonghui.acceptance.city.Afflicted.Resident;
import org.gonghui.acceptance.people.CityScale;
import org.gonghui.acceptance.people.Counties;
import org.gonghui.acceptance.people.Employer;
import org.gonghui.acceptance.people.Employers;
import org.gonghui.acceptance.people.Members;

/** A synthetic city and everything that befalls its members in 2017; one seed, one city. */
public record City(
    CityScale scale,
    Members members,
    List<Employer> employers,
    List<Stay> stays,
    List<Illness> illnesses,
    List<Death> deaths) {
  private static final List<String> DIAGNOSES = List.of("C34.1", "C50.9", "C92.0", "C18.7");

  public static City of(long seed, CityScale scale) {
    var counts = Counties.share(scale.members());
    var members = new Members(seed);
    var afflicted = new Afflicted(seed, scale, counts);
    var visits = Visits.ofFiledClaims(seed, scale, Stays.settlements(scale.stays()));
    var stays = new Stays(seed, scale, visits).of(seed, afflicted.patients, members);
    return new City(
        scale,
        members,
        Employers.of(seed, scale, counts),
        stays,
        illnesses(seed, afflicted.critical, members, visits),
        deaths(seed, afflicted.dead, visits));
  }

  private static List<Illness> illnesses(
      long seed, List<Resident> people, Members members, Iterator<Integer> visits) {
    var lot = Lot.of(seed, "illnesses");
    var illnesses = new ArrayList<Illness>();
    for (var person : people) {
      var first =
          members.isNewcomer(person.member())
              ? Calendar2017.CRITICAL_OF_NEWCOMERS
              : Calendar2017.FIRST_ADMISSION;
      illnesses.add(
          new Illness(
              illnesses.size() + 1,
              person.member(),
              person.county(),
              DIAGNOSES.get(illnesses.size() % DIAGNOSES.size()),
              Calendar2017.day(lot, first),
              visits.next()));
    }
    return List.copyOf(illnesses);
  }

  private static List<Death> deaths(long seed, List<Resident> people, Iterator<Integer> visits) {
    var lot = Lot.of(seed, "deaths");
    var deaths = new ArrayList<Death>();
    for (var person : people) {
      deaths.add(
          new Death(
              deaths.size() + 1,
              person.member(),
              person.county(),
              Calendar2017.day(lot, Calendar2017.FIRST_ADMISSION),
              lot.nextInt(1, 4),
              visits.next()));
    }
    return List.copyOf(deaths);
  }
}
