package org.gonghui.aid.legalaid;

import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.aid.legalaid.LegalClock.LastDay;
import org.gonghui.kit.calendar.Deadline;
import org.gonghui.kit.calendar.WorkingDays;
import org.gonghui.kit.policy.Policies;
import org.gonghui.kit.policy.PolicyVersion;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.time.ClockProducer;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Anybody reckons how long the law gives; nothing is stored. */
@Path("/deadline-calculations")
@Tag(name = "Self-test")
@PermitAll
public class DeadlineResource {
  private final Policies policies;
  private final WorkingDays calendar;
  private final Clock clock;

  DeadlineResource(Policies policies, WorkingDays calendar, Clock clock) {
    this.policies = policies;
    this.calendar = calendar;
    this.clock = clock;
  }

  @POST
  @ResponseStatus(200)
  @Operation(
      operationId = "calculateDeadline",
      summary = "Reckon the last day of a legal time with every day that was skipped",
      description =
          "The start day does not count; the last day ends at 24:00 Shanghai time. Wages that are"
              + " owed have no limit while the employment lasts: then {@code runs} is false.")
  public Calculation calculate(@NotNull @Valid Question question) {
    question.requireSound();
    var start = question.start();
    if (start == null) {
      var version = policies.requireInForce(question.clock().policy(), question.from());
      return new Calculation(false, null, null, null, null, List.of(), Source.of(version));
    }
    var version = policies.requireInForce(question.clock().policy(), start);
    var legal = policies.valuesOf(version, LegalClock.class);
    return Calculation.of(legal.from(start, calendar), LocalDate.now(clock), legal, version);
  }

  /**
   * A time and the day from which it runs. {@code interruptedOn} starts it anew; wages that are
   * owed run from the end of the employment.
   */
  public record Question(
      @NotNull LegalClock.Name clock,
      @NotNull LocalDate from,
      @Nullable LocalDate interruptedOn,
      @Nullable Boolean unpaidWages,
      @Nullable LocalDate employmentEndedOn) {

    /** The day from which it runs in the end; null while it does not run. */
    @Nullable LocalDate start() {
      var ended = employmentEndedOn;
      if (Boolean.TRUE.equals(unpaidWages) && ended == null) {
        return null;
      }
      var begun = Boolean.TRUE.equals(unpaidWages) ? Objects.requireNonNull(ended) : from;
      return interruptedOn != null && interruptedOn.isAfter(begun) ? interruptedOn : begun;
    }

    void requireSound() {
      var faults = new ArrayList<Fault>();
      var isLimit = clock == LegalClock.Name.ARBITRATION_LIMIT;
      if (!isLimit && interruptedOn != null) {
        faults.add(new Fault("/interruptedOn", "NOT_OF_THIS_CLOCK", "only a limit is interrupted"));
      }
      if (!isLimit && unpaidWages != null) {
        faults.add(new Fault("/unpaidWages", "NOT_OF_THIS_CLOCK", "only for ARBITRATION_LIMIT"));
      }
      if (employmentEndedOn != null && !Boolean.TRUE.equals(unpaidWages)) {
        faults.add(new Fault("/employmentEndedOn", "NOT_OF_THIS_CLOCK", "only with unpaidWages"));
      }
      if (interruptedOn != null && interruptedOn.isBefore(from)) {
        faults.add(new Fault("/interruptedOn", "END_BEFORE_START", "is before from"));
      }
      if (!faults.isEmpty()) {
        throw INVALID.because("see errors").and(faults);
      }
    }
  }

  /** When a time ends, seen from today; {@code nominal} is the day before moving past a holiday. */
  public record Calculation(
      boolean runs,
      @Nullable LocalDate lastDay,
      @Nullable LocalDate nominal,
      @Nullable Instant endsAt,
      @Nullable Long daysLeft,
      List<Skipped> skipped,
      Source source) {
    private static Calculation of(
        LastDay last, LocalDate today, LegalClock legal, PolicyVersion version) {
      var unit = legal.deadline().unit();
      return new Calculation(
          true,
          last.day(),
          last.nominal(),
          last.day().plusDays(1).atStartOfDay(ClockProducer.ZONE).toInstant(),
          ChronoUnit.DAYS.between(today, last.day()),
          last.skipped().stream().map(day -> Skipped.of(day, last, unit)).toList(),
          Source.of(version));
    }
  }

  /** A day that did not count, or that the last day moved past. */
  public record Skipped(LocalDate day, Why why) {
    /** Why it was skipped. */
    public enum Why {
      NOT_A_WORKING_DAY,
      LAST_DAY_ON_A_HOLIDAY
    }

    private static Skipped of(LocalDate day, LastDay last, Deadline.Unit unit) {
      var counted = unit == Deadline.Unit.WORKING_DAY && day.isBefore(last.nominal());
      return new Skipped(day, counted ? Why.NOT_A_WORKING_DAY : Why.LAST_DAY_ON_A_HOLIDAY);
    }
  }

  /** The rule that was used and the law it comes from. */
  public record Source(String code, int no, LocalDate validFrom, String source) {
    static Source of(PolicyVersion version) {
      return new Source(version.code(), version.no(), version.validFrom(), version.source());
    }
  }
}
