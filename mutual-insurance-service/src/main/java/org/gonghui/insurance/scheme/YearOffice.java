package org.gonghui.insurance.scheme;

import static org.gonghui.insurance.plan.PlanProblems.OPEN_ITEMS;
import static org.gonghui.insurance.plan.PlanProblems.WINDOWS_DISORDERED;
import static org.gonghui.insurance.plan.PlanYearStatus.ANNOUNCED;
import static org.gonghui.insurance.plan.PlanYearStatus.CLOSED;
import static org.gonghui.insurance.plan.PlanYearStatus.DRAFT;
import static org.gonghui.insurance.plan.PlanYearStatus.RUNNING;
import static org.gonghui.kit.problem.Problems.FORBIDDEN;
import static org.gonghui.kit.problem.Problems.ILLEGAL_TRANSITION;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.gonghui.insurance.plan.PlanEvent;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYearClosing;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;

/** How the city's officers and approvers draft, announce and close a year. */
@ApplicationScoped
public class YearOffice {
  private static final String CITY = "city";
  private static final int CITY_LENGTH = 4;

  private final PlanYears years;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;
  private final Event<PlanYearClosing> closing;

  YearOffice(
      PlanYears years, Outbox outbox, Audit audit, Clock clock, Event<PlanYearClosing> closing) {
    this.years = years;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.closing = closing;
  }

  PlanYear draft(YearDraft draft, Caller caller) {
    requireCity(caller);
    var year = draft.toYear(Uuid7.next(), caller.subject());
    requireOrder(year);
    years.add(year, clock.instant());
    note("plan-year-drafted", year, caller);
    return years.require(year.id());
  }

  PlanYear change(PlanYear old, YearChange change, Caller caller) {
    requireCity(caller);
    if (old.status() != DRAFT) {
      throw ILLEGAL_TRANSITION
          .because("the year is %s; only drafts change", old.status())
          .with("allowed", List.of());
    }
    var year = change.applyTo(old, caller.subject());
    requireOrder(year);
    years.change(year);
    note("plan-year-changed", year, caller);
    return years.require(year.id());
  }

  PlanYear announce(PlanYear year, Caller caller) {
    requireCity(caller);
    year.requireMayBecome(ANNOUNCED);
    requireOther(year.maker(), caller);
    years.move(year, ANNOUNCED, caller.subject());
    if (year.isBackfill()) {
      years.move(years.require(year.id()), RUNNING, caller.subject());
    }
    outbox.record(
        new PlanEvent.YearAnnounced(
            year.id(),
            year.planCode(),
            year.year(),
            year.enrolOpen(),
            year.enrolClose(),
            year.cover().from(),
            year.cover().until(),
            year.fee(),
            clock.instant()));
    note("plan-year-announced", year, caller);
    return years.require(year.id());
  }

  PlanYear close(PlanYear year, Caller caller) {
    requireCity(caller);
    year.requireMayBecome(CLOSED);
    requireNothingOpen(year);
    if (caller.has(Role.FINANCE)) {
      years.proposeClosing(year, caller.subject());
      note("plan-year-closure-proposed", year, caller);
      return years.require(year.id());
    }
    var proposer = year.closingBy();
    if (proposer == null) {
      throw OPEN_ITEMS.because("finance has not proposed the closure yet");
    }
    requireOther(proposer, caller);
    years.move(year, CLOSED, caller.subject());
    note("plan-year-closed", year, caller);
    return years.require(year.id());
  }

  private void requireNothingOpen(PlanYear year) {
    var open = new TreeMap<String, Long>();
    closing.fire(new PlanYearClosing(year, open));
    if (!open.isEmpty()) {
      throw OPEN_ITEMS
          .because("still open: %s", String.join(", ", open.keySet()))
          .with("open", open);
    }
  }

  private void requireOrder(PlanYear year) {
    if (year.enrolClose().isBefore(year.enrolOpen())) {
      throw WINDOWS_DISORDERED.at("/enrolClose", "the window ends before it opens");
    }
    if (year.cover().isEmpty()) {
      throw WINDOWS_DISORDERED.at("/cover", "the cover has no day");
    }
    if (year.isBackfill() && !year.cover().from().isBefore(today())) {
      throw WINDOWS_DISORDERED.at("/intake", "only a past period is backfilled");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  private void note(String action, PlanYear year, Caller caller) {
    audit.record(Act.of(action, "plan-year", year.id(), caller.area()));
  }

  static void requireCity(Caller caller) {
    if (caller.area().length() > CITY_LENGTH) {
      throw FORBIDDEN.because("the %s decides on plans", CITY);
    }
  }

  static void requireOther(String maker, Caller checker) {
    if (maker.equals(checker.subject())) {
      throw MAKER_IS_CHECKER.because("you prepared this yourself");
    }
  }
}
