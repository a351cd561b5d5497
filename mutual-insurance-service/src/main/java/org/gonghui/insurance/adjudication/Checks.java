package org.gonghui.insurance.adjudication;

import static org.gonghui.insurance.adjudication.Decision.Check.Result.FAIL;
import static org.gonghui.insurance.adjudication.Decision.Check.Result.NOT_APPLICABLE;
import static org.gonghui.insurance.adjudication.Decision.Check.Result.PASS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gonghui.insurance.adjudication.Decision.Check;
import org.gonghui.insurance.adjudication.Decision.Check.Result;
import org.gonghui.insurance.adjudication.Decision.Seen;
import org.gonghui.insurance.adjudication.Facts.Cause;
import org.gonghui.insurance.adjudication.Inputs.CoverPeriod;

/** The questions that the terms put to the facts; all are asked, whatever the first answer is. */
final class Checks {
  private final Inputs inputs;
  private final Terms terms;
  private final Facts facts;
  private final Optional<CoverPeriod> cover;

  private Checks(Inputs inputs, Terms terms) {
    this.inputs = inputs;
    this.terms = terms;
    this.facts = inputs.facts();
    this.cover = inputs.covers().stream().filter(c -> c.holds(facts.decisiveDate())).findFirst();
  }

  static List<Check> of(Inputs inputs, Terms terms) {
    var checks = new Checks(inputs, terms);
    var once = new OnceChecks(inputs, terms, checks);
    return List.of(
        checks.covered(),
        checks.waiting(),
        checks.afterDeath(),
        checks.filedInTime(),
        checks.excluded(),
        checks.providerListed(),
        once.illnessListed(),
        once.proofLevel(),
        once.firstDiagnosis(),
        once.paidBefore());
  }

  /** The last day of the claim window, until midnight of the federation's zone. */
  static LocalDate lastFilingDay(Facts facts, Optional<CoverPeriod> cover, Terms.ClaimRules rules) {
    var byEvent = facts.windowStart().plusDays(rules.windowDays());
    return cover
        .map(c -> c.until().minusDays(1).plusMonths(rules.windowMonthsAfterCover()))
        .filter(byCover -> byCover.isAfter(byEvent))
        .orElse(byEvent);
  }

  private Check covered() {
    var periods =
        inputs.covers().stream().map(c -> "[" + c.from() + ", " + c.until() + ")").toList();
    return check(
        Reason.NOT_COVERED,
        cover.isPresent() ? PASS : FAIL,
        List.of(seen("decisiveDate", facts.decisiveDate())),
        "cover " + (periods.isEmpty() ? "none" : String.join(", ", periods)),
        "a day inside a paid cover");
  }

  private Check waiting() {
    var days = waitingDays();
    if (cover.isEmpty() || !cover.get().newcomer() || days == 0) {
      return check(Reason.WAITING, NOT_APPLICABLE, List.of(), "no waiting period", "");
    }
    var firstDay = cover.get().from().plusDays(days);
    return check(
        Reason.WAITING,
        facts.decisiveDate().isBefore(firstDay) ? FAIL : PASS,
        List.of(seen("coverFrom", cover.get().from()), seen("decisiveDate", facts.decisiveDate())),
        "first payable day " + firstDay,
        "a day from " + firstDay + " on");
  }

  private int waitingDays() {
    return switch (facts) {
      case Facts.HospitalStay stay ->
          stay.cause() == Cause.ACCIDENT ? 0 : terms.waiting().hospitalDays();
      case Facts.Illness _ -> terms.waiting().criticalIllnessDays();
      case Facts.Death _ -> terms.waiting().deathDays();
    };
  }

  private Check afterDeath() {
    var died = inputs.diedOn();
    if (died == null || facts instanceof Facts.Death) {
      return check(Reason.AFTER_DEATH, NOT_APPLICABLE, List.of(), "no earlier death known", "");
    }
    return check(
        Reason.AFTER_DEATH,
        facts.decisiveDate().isAfter(died) ? FAIL : PASS,
        List.of(seen("decisiveDate", facts.decisiveDate()), seen("diedOn", died)),
        "not after " + died,
        "a day up to " + died);
  }

  private Check filedInTime() {
    var last = lastFilingDay(facts, cover, terms.claims());
    var late = inputs.filedOn().isAfter(last) && !inputs.lateFilingAccepted();
    return check(
        Reason.FILED_LATE,
        late ? FAIL : PASS,
        List.of(seen("filedOn", inputs.filedOn())),
        "last day " + last,
        "a reviewer who accepts the late filing with a reason");
  }

  private Check excluded() {
    return check(
        Reason.EXCLUDED,
        terms.exclusions().contains(facts.cause()) ? FAIL : PASS,
        List.of(seen("cause", facts.cause())),
        "not one of " + terms.exclusions(),
        "another cause");
  }

  private Check providerListed() {
    if (!(facts instanceof Facts.HospitalStay stay)) {
      return notAsked(Reason.PROVIDER_NOT_LISTED);
    }
    return check(
        Reason.PROVIDER_NOT_LISTED,
        stay.providerLevel() == null ? FAIL : PASS,
        List.of(seen("providerCode", stay.providerCode())),
        "a designated hospital on " + stay.admittedOn(),
        "a reviewer who accepts the hospital");
  }

  Seen seen(String name, Object value) {
    var origin = inputs.originOf(name);
    return new Seen(name, value.toString(), origin.source(), origin.observedAt());
  }

  static Check notAsked(Reason reason) {
    return check(reason, NOT_APPLICABLE, List.of(), "not asked for this benefit", "");
  }

  static Check check(
      Reason reason, Result result, List<Seen> facts, String threshold, String change) {
    return new Check(reason, result, facts, threshold, result == FAIL ? change : null);
  }
}
