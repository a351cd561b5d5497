package org.gonghui.insurance.settlement;

import static org.gonghui.insurance.settlement.SettlementProblems.SETTLEMENT_CONFLICT;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.settlement.Register.Seen;
import org.gonghui.insurance.settlement.Settlement.Outcome;
import org.gonghui.insurance.settlement.Settlements.Content;
import org.gonghui.insurance.settlement.Settlements.Entry;
import org.gonghui.kit.identity.Caller;
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
    var seen = register.look(person, request.stay().admittedOn(), source);
    var hash = hashOf(request);
    var number = request.settlementNo();
    var id = Uuid7.next();
    var content = seen.place().map(place -> new Content(place, hash, request.stay()));
    var entry = new Entry(id, source.subject(), number, person, today, seen.status());
    if (!settlements.start(entry, content)) {
      var known = settlements.lock(source.subject(), number).orElseThrow();
      if (!known.status().isUnprocessed()) {
        return repeated(known, hash);
      }
      id = known.id();
      settlements.restart(id, entry, content);
    }
    var replaced = replace(request, source, id);
    if (content.isPresent()) {
      process(id, request, seen, source, replaced);
    }
    return new Taken(
        id, number, content.isPresent() ? Outcome.ACCEPTED : Outcome.NOT_PROCESSED, true);
  }

  /** Hospitals send their own; a bureau without provider codes answers for its area. */
  static void requireMaySend(Caller source, @Nullable String providerCode) {
    var own = source.providers();
    if (!own.isEmpty() && !own.contains(ANY) && !own.contains(providerCode)) {
      throw NOT_FOUND.because("no such provider of yours");
    }
  }

  private void process(
      UUID id, NewSettlement request, Seen seen, Caller source, Optional<Settlement> replaced) {
    var stay = request.stay();
    var cover = seen.cover().orElseThrow();
    var ruling = register.rulingOf(cover, stay);
    arrived.fire(
        new SettlementArrived(
            id,
            source.subject(),
            seen.member().orElseThrow(),
            stay,
            cover,
            seen.covers(),
            ruling,
            register.judge(ruling, request.declaredAt()),
            replaced.map(Settlement::claimId).orElse(null)));
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
    return new Taken(known.id(), known.settlementNo(), known.outcome(), false);
  }

  private String hashOf(NewSettlement request) {
    return keys.blindIndex(
        "settlement", new String(Canonical.bytes(request), StandardCharsets.UTF_8));
  }

  /** What the source is told, and whether this call brought it. */
  public record Taken(UUID id, String settlementNo, Outcome outcome, boolean fresh) {}
}
