package org.gonghui.insurance.adjudication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** Everything that one adjudication looks at; stored with the decision so that it can be redone. */
public record Inputs(
    Facts facts,
    int planYear,
    List<CoverPeriod> covers,
    @Nullable LocalDate diedOn,
    LocalDate filedOn,
    boolean lateFilingAccepted,
    List<Earlier> earlier,
    Money usedOfLimit,
    Money paidByOthers,
    String termsChecksum,
    SortedMap<String, Origin> origins) {
  private static final Origin REGISTER = new Origin("REGISTER", null);

  public Inputs {
    covers = List.copyOf(covers);
    earlier = List.copyOf(earlier);
    origins = new TreeMap<>(origins);
  }

  public static Inputs of(Facts facts, List<CoverPeriod> covers, LocalDate filedOn) {
    return new Inputs(
        facts,
        facts.decisiveDate().getYear(),
        covers,
        null,
        filedOn,
        false,
        List.of(),
        Money.ZERO,
        Money.ZERO,
        "",
        new TreeMap<>(Map.of()));
  }

  public Inputs withUsed(Money used) {
    return new Inputs(
        facts,
        planYear,
        covers,
        diedOn,
        filedOn,
        lateFilingAccepted,
        earlier,
        used,
        paidByOthers,
        termsChecksum,
        origins);
  }

  public Inputs withPaidByOthers(Money others) {
    return new Inputs(
        facts,
        planYear,
        covers,
        diedOn,
        filedOn,
        lateFilingAccepted,
        earlier,
        usedOfLimit,
        others,
        termsChecksum,
        origins);
  }

  public Inputs withEarlier(List<Earlier> others) {
    return new Inputs(
        facts,
        planYear,
        covers,
        diedOn,
        filedOn,
        lateFilingAccepted,
        others,
        usedOfLimit,
        paidByOthers,
        termsChecksum,
        origins);
  }

  /** Where a fact comes from; what nobody stated is read from our own registers. */
  Origin originOf(String fact) {
    return origins.getOrDefault(fact, REGISTER);
  }

  /** Days on which events are covered, half-open; a newcomer waits. */
  public record CoverPeriod(LocalDate from, LocalDate until, boolean newcomer) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(until);
    }
  }

  /** A live benefit decided before, of the same person. */
  public record Earlier(
      String claimNo, BenefitKind kind, int planYear, @Nullable String illnessGroup) {}

  /** Who stated a fact, and when it was seen. */
  public record Origin(String source, @Nullable Instant observedAt) {}
}
