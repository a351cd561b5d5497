package org.gonghui.insurance.settlement;

import static org.gonghui.insurance.settlement.SettlementProblems.SETTLEMENT_CONFLICT;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.enrolment.Covers;
import org.gonghui.insurance.member.Persons;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.insurance.plan.RecordTime;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** Takes one settlement in: number, cover, consent, and then the claims; all or nothing. */
@ApplicationScoped
public class SettlementIntake {
  private static final String ANY = "*";

  private final Settlements settlements;
  private final Register register;
  private final Event<SettlementArrived> arrived;
  private final PersonKeys keys;
  private final Clock clock;

  SettlementIntake(
      Settlements settlements,
      Register register,
      Event<SettlementArrived> arrived,
      PersonKeys keys,
      Clock clock) {
    this.settlements = settlements;
    this.register = register;
    this.arrived = arrived;
    this.keys = keys;
    this.clock = clock;
  }

  /** Stores and processes it, or repeats the answer to the same content. */
  @Transactional
  public Taken take(NewSettlement request, Caller source) {
    requireMaySend(source, request.stay().providerCode());
    var today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    request.stay().requireSound(today);
    var person = keys.of(CitizenIds.require(request.idNumber(), "/idNumber", today));
    var hash = hashOf(request);
    var id = Uuid7.next();
    var number = request.settlementNo();
    if (!settlements.start(id, source.subject(), number, person, today)) {
      var known = settlements.lock(source.subject(), number).orElseThrow();
      if (!known.status().isUnprocessed()) {
        return repeated(known, hash);
      }
      id = known.id();
    }
    var replaced = replace(request, source, id);
    process(id, request, person, hash, source, replaced);
    return new Taken(settlements.require(id), true);
  }

  /** Hospitals send their own; a bureau without provider codes answers for its area. */
  static void requireMaySend(Caller source, @Nullable String providerCode) {
    var own = source.providers();
    if (!own.isEmpty() && !own.contains(ANY) && !own.contains(providerCode)) {
      throw NOT_FOUND.because("no such provider of yours");
    }
  }

  private void process(
      UUID id,
      NewSettlement request,
      PersonKey person,
      String hash,
      Caller source,
      Optional<Settlement> replaced) {
    var stay = request.stay();
    var covers = register.covers.of(person);
    var cover = covers.stream().filter(c -> c.holds(stay.admittedOn())).findFirst();
    var member = register.persons.find(person).filter(known -> known.consent().isGiven());
    var area = cover.map(c -> c.areaOn(stay.admittedOn())).filter(source::sees);
    if (cover.isEmpty() || area.isEmpty()) {
      settlements.leaveUnprocessed(id, person, SettlementStatus.NOT_COVERED);
    } else if (member.isEmpty()) {
      settlements.leaveUnprocessed(id, person, SettlementStatus.NO_CONSENT);
    } else {
      var year = register.years.require(cover.get().planCode(), cover.get().planYear());
      var judgedAt = register.times.judge(year, request.declaredAt());
      settlements.keep(id, area.get(), year.year(), hash, stay);
      arrived.fire(
          new SettlementArrived(
              id,
              source.subject(),
              member.get(),
              stay,
              cover.get(),
              covers,
              year,
              judgedAt,
              replaced.map(Settlement::claimId).orElse(null)));
    }
  }

  private Optional<Settlement> replace(NewSettlement request, Caller source, UUID by) {
    return Optional.ofNullable(request.replaces())
        .map(number -> settlements.requireReplaced(source.subject(), number))
        .map(
            old -> {
              settlements.end(old, SettlementStatus.REPLACED, by);
              return old;
            });
  }

  private static Taken repeated(Settlement known, String hash) {
    if (!hash.equals(known.contentHash())) {
      throw SETTLEMENT_CONFLICT.because("settlement %s differs", known.settlementNo());
    }
    return new Taken(known, false);
  }

  private String hashOf(NewSettlement request) {
    return keys.blindIndex(
        "settlement", new String(Canonical.bytes(request), StandardCharsets.UTF_8));
  }

  /** A settlement, and whether this call brought it. */
  public record Taken(Settlement settlement, boolean fresh) {}

  /** What is known about people and years. */
  @Singleton
  static class Register {
    final Covers covers;
    final Persons persons;
    final PlanYears years;
    final RecordTime times;

    Register(Covers covers, Persons persons, PlanYears years, RecordTime times) {
      this.covers = covers;
      this.persons = persons;
      this.years = years;
      this.times = times;
    }
  }
}
