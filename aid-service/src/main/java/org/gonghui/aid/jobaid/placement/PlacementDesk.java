package org.gonghui.aid.jobaid.placement;

import static org.gonghui.aid.jobaid.placement.PlacementProblems.NOT_THAT_DAY;
import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.aid.jobaid.vacancy.Vacancies;
import org.gonghui.aid.person.Named;
import org.gonghui.aid.person.Persons;
import org.gonghui.kit.area.Areas;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.problem.Fault;
import org.jspecify.annotations.Nullable;

/** Where a placement meets its person, its vacancy and the day. */
@ApplicationScoped
public class PlacementDesk {
  private final Placements placements;
  private final Persons persons;
  private final Vacancies vacancies;
  private final Areas areas;
  private final Outbox outbox;
  private final Clock clock;

  PlacementDesk(
      Placements placements,
      Persons persons,
      Vacancies vacancies,
      Areas areas,
      Outbox outbox,
      Clock clock) {
    this.placements = placements;
    this.persons = persons;
    this.vacancies = vacancies;
    this.areas = areas;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * A person referred from a town to an employer, or to a vacancy, whose employer then counts; on a
   * past day when recorded afterwards.
   */
  public record Referral(
      @NotNull @Valid Named person,
      @NotNull @Pattern(regexp = "\\d{9}") String area,
      @Nullable CreditCode employer,
      @Nullable UUID vacancyId,
      @Nullable LocalDate on) {}

  Placement refer(Referral referral, Caller caller) {
    caller.requireSees(referral.area());
    var on = referral.on() == null ? today() : referral.on();
    areas.requireOn(referral.area(), on);
    if (on.isAfter(today())) {
      throw NOT_THAT_DAY.at("/on", "lies in the future");
    }
    var employer = employerOf(referral, caller);
    var person = persons.ensure(referral.person(), "/person");
    placements.requireNoneRunning(person.personKey(), employer);
    var placement =
        new Placement(person.personKey(), referral.area(), employer, referral.vacancyId(), on);
    placements.persist(placement);
    return placement;
  }

  private CreditCode employerOf(Referral referral, Caller caller) {
    var vacancy = referral.vacancyId();
    if (vacancy != null) {
      var offering = vacancies.require(vacancy, caller).employer();
      if (referral.employer() != null && !referral.employer().equals(offering)) {
        throw INVALID
            .because("see errors")
            .and(new Fault("/employer", "NOT_OF_VACANCY", "does not offer that vacancy"));
      }
      return offering;
    }
    if (referral.employer() == null) {
      throw INVALID
          .because("see errors")
          .and(new Fault("/employer", "NOT_NULL", "name the employer or the vacancy"));
    }
    return referral.employer();
  }

  void start(Placement placement, LocalDate startOn, String proof, Caller caller) {
    outbox.record(placement.start(startOn, proof, today(), clock.instant()));
    if (placement.vacancyId() != null) {
      vacancies.requireLocked(placement.vacancyId(), caller).fillPlace();
    }
  }

  /** Before work began it is declined, afterwards ended. */
  void end(Placement placement, LocalDate on, String reason) {
    if (on.isAfter(today())) {
      throw NOT_THAT_DAY.at("/on", "lies in the future");
    }
    if (placement.status().mayBecome(PlacementStatus.DECLINED)) {
      placement.decline(on, reason);
    } else {
      placement.end(on, reason);
    }
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
