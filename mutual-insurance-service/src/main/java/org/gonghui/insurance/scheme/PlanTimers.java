package org.gonghui.insurance.scheme;

import static org.gonghui.insurance.plan.PlanYearStatus.CLAIMS_ONLY;
import static org.gonghui.insurance.plan.PlanYearStatus.ENROLLING;
import static org.gonghui.insurance.plan.PlanYearStatus.RUNNING;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYearStatus;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.kit.job.RecurringWork;
import org.gonghui.kit.time.ClockProducer;

/** Moves years and terms on when their day has come, also days that passed during a downtime. */
@Singleton
public class PlanTimers implements RecurringWork {
  private static final String TIMER = "timer";

  private final PlanYears years;
  private final TermsOffice terms;

  PlanTimers(PlanYears years, TermsOffice terms) {
    this.years = years;
    this.terms = terms;
  }

  @Override
  public String name() {
    return "plan-timers";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(1);
  }

  @Override
  @Transactional
  public void run(Instant now) {
    var today = LocalDate.ofInstant(now, ClockProducer.ZONE);
    for (var year : years.list()) {
      var current = year;
      for (var next = due(current, today); next.isPresent(); next = due(current, today)) {
        years.move(current, next.get(), TIMER);
        current = years.require(current.id());
      }
    }
    terms.takeDueIntoForce();
  }

  static Optional<PlanYearStatus> due(PlanYear year, LocalDate today) {
    if (year.isBackfill()) {
      return Optional.empty();
    }
    return switch (year.status()) {
      case ANNOUNCED -> when(!today.isBefore(year.enrolOpen()), ENROLLING);
      case ENROLLING -> when(today.isAfter(year.enrolClose()), RUNNING);
      case RUNNING -> when(!today.isBefore(year.cover().until()), CLAIMS_ONLY);
      case DRAFT, CLAIMS_ONLY, CLOSED -> Optional.empty();
    };
  }

  private static Optional<PlanYearStatus> when(boolean due, PlanYearStatus next) {
    return due ? Optional.of(next) : Optional.empty();
  }
}
