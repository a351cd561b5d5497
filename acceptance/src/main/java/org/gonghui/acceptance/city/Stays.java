package org.gonghui.acceptance.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.gonghui.acceptance.arithmetic.Fen;
import org.gonghui.acceptance.arithmetic.Lot;
import org.gonghui.acceptance.city.Afflicted.Patient;
import org.gonghui.acceptance.city.Calendar2017.Span;
import org.gonghui.acceptance.people.CityScale;
import org.gonghui.acceptance.people.Members;

/** Gives every patient the stays, bills and ways of filing; large benefits go to single stays. */
final class Stays {
  private static final Fen LARGE = Fen.yuan(5_000);
  private static final int SETTLED_PERCENT = 60;
  private final Deque<Fen> large = new ArrayDeque<>();
  private final Deque<Fen> small = new ArrayDeque<>();
  private final Iterator<Boolean> settled;
  private final Iterator<Integer> visits;
  private final List<Stay> stays = new ArrayList<>();

  Stays(long seed, CityScale scale, Iterator<Integer> visits) {
    var benefits = Benefits.of(scale.stays(), scale.hospitalTotal());
    for (var benefit : Lot.shuffled(seed, "benefits", benefits)) {
      (benefit.isAbove(LARGE) ? large : small).add(benefit);
    }
    var ways = new ArrayList<Boolean>();
    for (var i = 0; i < scale.stays(); i++) {
      ways.add(i < settlements(scale.stays()));
    }
    settled = Lot.shuffled(seed, "ways", ways).iterator();
    this.visits = visits;
  }

  static int settlements(int stays) {
    return (stays * SETTLED_PERCENT + 50) / 100;
  }

  List<Stay> of(long seed, List<Patient> patients, Members members) {
    var lot = Lot.of(seed, "stays");
    for (var patient : Lot.shuffled(seed, "patients", patients)) {
      var newcomer = members.isNewcomer(patient.member());
      for (var span : Calendar2017.stays(lot, patient.stays(), newcomer)) {
        add(patient, span);
      }
    }
    return List.copyOf(stays);
  }

  private void add(Patient patient, Span span) {
    var benefit = patient.stays() == 1 && !large.isEmpty() ? large.remove() : small.remove();
    var bySettlement = settled.next();
    stays.add(
        new Stay(
            stays.size() + 1,
            patient.member(),
            patient.county(),
            benefit,
            HospitalBill.paying(benefit),
            span.from(),
            span.until(),
            bySettlement,
            bySettlement ? 0 : visits.next()));
  }
}
