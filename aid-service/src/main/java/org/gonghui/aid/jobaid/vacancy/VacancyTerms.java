package org.gonghui.aid.jobaid.vacancy;

import static org.gonghui.kit.problem.Problems.INVALID;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import org.gonghui.aid.household.Standards;
import org.gonghui.kit.area.Areas;
import org.gonghui.kit.calendar.Deadline;
import org.gonghui.kit.calendar.WorkingDays;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.policy.Policies;
import org.gonghui.kit.problem.Fault;
import org.jspecify.annotations.Nullable;

/** On what terms work may be offered, where and by whom. */
@ApplicationScoped
public class VacancyTerms {
  private static final String POLICY = "aid.vacancy";
  private static final int CITY = 4;

  private final Standards standards;
  private final Policies policies;
  private final Areas areas;
  private final WorkingDays calendar;
  private final Clock clock;

  VacancyTerms(
      Standards standards, Policies policies, Areas areas, WorkingDays calendar, Clock clock) {
    this.standards = standards;
    this.policies = policies;
    this.areas = areas;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Work to offer at a town; the employer may be left out by its own clerk. */
  public record NewVacancy(
      @Nullable CreditCode employer,
      @NotNull @Pattern(regexp = "\\d{9}") String area,
      @NotNull @Valid Offer offer) {}

  /** The rule's values: how long an offer stands. */
  record Values(Deadline validFor) {}

  Vacancy open(NewVacancy offered, Caller caller) {
    var today = LocalDate.now(clock);
    areas.requireOn(offered.area(), today);
    var employer = employerOf(offered, caller);
    var standard = standards.valuesOf(standards.require(offered.area(), today));
    offered.offer().requireLawful(standard.minimumWage());
    var validFor = policies.inForce(POLICY, today, Values.class).validFor();
    return new Vacancy(
        employer,
        offered.area(),
        offered.offer(),
        validFor.lastDay(today, calendar),
        clock.instant());
  }

  /** A clerk speaks for one employer; staff and partners stay in their area. */
  private static CreditCode employerOf(NewVacancy offered, Caller caller) {
    var named = offered.employer();
    if (caller.has(Role.EMPLOYER_CLERK) && !caller.has(Role.OFFICER)) {
      var own = caller.employer().orElseThrow(() -> NOT_FOUND.because("no such employer"));
      if (named != null && !named.equals(own)) {
        throw NOT_FOUND.because("no such employer");
      }
      return own;
    }
    caller.requireSees(offered.area());
    if (named == null) {
      throw INVALID
          .because("see errors")
          .and(new Fault("/employer", "NOT_NULL", "name the employer"));
    }
    return named;
  }

  /** Vacancies are public in a whole city, whatever part of it somebody belongs to. */
  String visibleArea(@Nullable String wanted, Caller caller) {
    var city = caller.area().substring(0, Math.min(CITY, caller.area().length()));
    if (wanted == null) {
      return city;
    }
    if (!wanted.startsWith(city)) {
      throw NOT_FOUND.because("no such area in your city");
    }
    return wanted;
  }
}
