package org.gonghui.insurance.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gonghui.insurance.decision.Rulings;
import org.gonghui.insurance.decision.Rulings.Ruling;
import org.gonghui.insurance.enrolment.Cover;
import org.gonghui.insurance.enrolment.Covers;
import org.gonghui.insurance.member.Person;
import org.gonghui.insurance.member.Persons;
import org.gonghui.insurance.plan.RecordTime;
import org.gonghui.insurance.settlement.Settlements.Place;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** What is known about the person of a settlement before anything of it may be kept. */
@ApplicationScoped
class Register {
  private final Covers covers;
  private final Persons persons;
  private final Rulings rulings;
  private final RecordTime times;

  Register(Covers covers, Persons persons, Rulings rulings, RecordTime times) {
    this.covers = covers;
    this.persons = persons;
    this.rulings = rulings;
    this.times = times;
  }

  /** Cover first, consent second: who is not covered is not looked up any further. */
  Seen look(PersonKey person, LocalDate day, Caller source) {
    var known = covers.of(person);
    var cover = known.stream().filter(c -> c.holds(day)).findFirst();
    var place =
        cover
            .filter(c -> source.sees(c.areaOn(day)))
            .map(c -> new Place(c.areaOn(day), c.planYear()));
    if (place.isEmpty()) {
      return new Seen(
          SettlementStatus.NOT_COVERED, known, cover, Optional.empty(), Optional.empty());
    }
    var member = persons.find(person).filter(p -> p.consent().isGiven());
    return member.isEmpty()
        ? new Seen(SettlementStatus.NO_CONSENT, known, cover, member, Optional.empty())
        : new Seen(SettlementStatus.RECEIVED, known, cover, member, place);
  }

  Ruling rulingOf(Cover cover, Stay stay) {
    return rulings.require(
        cover.planCode(), cover.planYear(), stay.admittedOn(), stay.providerCode());
  }

  Instant judge(Ruling ruling, @Nullable Instant declaredAt) {
    return times.judge(ruling.year(), declaredAt);
  }

  /** What was found; only with a place may the content be kept. */
  record Seen(
      SettlementStatus status,
      List<Cover> covers,
      Optional<Cover> cover,
      Optional<Person> member,
      Optional<Place> place) {}
}
