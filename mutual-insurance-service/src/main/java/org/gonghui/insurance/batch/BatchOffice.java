package org.gonghui.insurance.batch;

import static org.gonghui.insurance.batch.BatchProblems.NOTHING_TO_APPLY;
import static org.gonghui.insurance.batch.BatchProblems.ROWS_REJECTED;
import static org.gonghui.insurance.batch.BatchProblems.WARNING_NOT_CONFIRMED;
import static org.gonghui.kit.problem.Problems.FORBIDDEN;
import static org.gonghui.kit.problem.Problems.INVALID;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.batch.EnrolmentBatch.Counts;
import org.gonghui.insurance.batch.EnrolmentBatch.Mode;
import org.gonghui.insurance.member.Employer;
import org.gonghui.insurance.member.EmployerAccess;
import org.gonghui.insurance.member.Employers;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.insurance.plan.RecordTime;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.problem.Problem;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** What clerks and officers do with a roster, from upload to approval. */
@ApplicationScoped
public class BatchOffice {
  private static final int LONGEST_FILE_NAME = 200;

  private final EnrolmentBatches batches;
  private final RosterIntake intake;
  private final RosterRun run;
  private final Employers employers;
  private final PlanYears years;
  private final RecordTime time;
  private final Event<BatchMoved> moved;
  private final Leavers leavers;
  private final Audit audit;

  BatchOffice(
      EnrolmentBatches batches,
      RosterIntake intake,
      RosterRun run,
      Employers employers,
      PlanYears years,
      RecordTime time,
      Event<BatchMoved> moved,
      Leavers leavers,
      Audit audit) {
    this.batches = batches;
    this.intake = intake;
    this.run = run;
    this.employers = employers;
    this.years = years;
    this.time = time;
    this.moved = moved;
    this.leavers = leavers;
    this.audit = audit;
  }

  /** What comes with a file. */
  record Upload(
      String fileName,
      int planYear,
      Mode mode,
      @Nullable CreditCode employer,
      @Nullable Instant declaredAt) {}

  /** The batch, if the caller may see it. */
  public EnrolmentBatch require(UUID id, Caller caller) {
    var batch = batches.require(id);
    EmployerAccess.require(caller, batch.employer(), batch.area());
    return batch;
  }

  /** Takes a roster that was made here instead of by a person. */
  public EnrolmentBatch take(
      Employer employer, PlanYear year, byte[] csv, @Nullable Instant declaredAt, Caller caller) {
    var judged = time.judge(year, declaredAt);
    year.requireTakesRosters(LocalDate.ofInstant(judged, ClockProducer.ZONE));
    var upload = new Upload("续保.csv", year.year(), Mode.VALID_ROWS_ONLY, null, declaredAt);
    var batch = started(upload, employer, year, judged, caller);
    var taken = intake.take(batch, csv);
    note("roster-proposed", taken.batch(), caller, null);
    return taken.batch();
  }

  RosterIntake.Taken upload(Upload upload, Path file, Caller caller) {
    var employer = employerOf(upload, caller);
    var year = years.require(PlanYear.MEDICAL, upload.planYear());
    var judged = time.judge(year, upload.declaredAt());
    year.requireTakesRosters(LocalDate.ofInstant(judged, ClockProducer.ZONE));
    var taken = intake.take(started(upload, employer, year, judged, caller), file);
    if (!taken.repeated()) {
      note("roster-uploaded", taken.batch(), caller, null);
    }
    return taken;
  }

  EnrolmentBatch correct(EnrolmentBatch batch, Path file, Caller caller) {
    intake.correct(batch, file);
    note("roster-corrected", batch, caller, null);
    return batches.require(batch.id());
  }

  EnrolmentBatch submit(EnrolmentBatch batch, List<String> confirmed, Caller caller) {
    batch.requireMayBecome(BatchStatus.SUBMITTED);
    requireConfirmed(batch, confirmed);
    leavers.requireReasons(batch);
    if (batch.counts().valid() == 0) {
      throw NOTHING_TO_APPLY.because("every row is rejected or enrolled already");
    }
    if (batch.mode() == Mode.ALL_OR_NOTHING && batch.counts().rejected() > 0) {
      throw ROWS_REJECTED.because("%d rows are rejected", batch.counts().rejected());
    }
    batches.submitted(batch, caller.subject(), confirmed);
    var submitted = batches.require(batch.id());
    moved.fire(new BatchMoved(submitted, BatchStatus.SUBMITTED));
    note("roster-submitted", submitted, caller, null);
    var rules = years.require(batch.planCode(), batch.planYear()).rules();
    return batch.warnings().isEmpty() && rules.approveWithoutWarnings()
        ? run.approve(submitted)
        : submitted;
  }

  EnrolmentBatch approve(EnrolmentBatch batch, Caller caller) {
    batch.requireMayBecome(BatchStatus.APPROVED);
    requireOther(batch, caller);
    note("roster-approved", batch, caller, null);
    return run.approve(batch);
  }

  EnrolmentBatch reject(EnrolmentBatch batch, String reason, Caller caller) {
    requireOther(batch, caller);
    return release(batch, BatchStatus.REJECTED, "roster-rejected", caller, reason);
  }

  EnrolmentBatch cancel(EnrolmentBatch batch, Caller caller) {
    var cancelled = release(batch, BatchStatus.CANCELLED, "roster-cancelled", caller, null);
    run.forget(cancelled);
    return batches.require(batch.id());
  }

  private EnrolmentBatch release(
      EnrolmentBatch batch,
      BatchStatus next,
      String action,
      Caller caller,
      @Nullable String reason) {
    batches.move(batch, next);
    var released = batches.require(batch.id());
    moved.fire(new BatchMoved(released, next));
    note(action, released, caller, reason);
    return released;
  }

  private Employer employerOf(Upload upload, Caller caller) {
    var named = upload.employer();
    if (named == null && !caller.has(Role.EMPLOYER_CLERK)) {
      throw INVALID.at("/employer", "name the employer for which you upload");
    }
    var code = named == null ? caller.employer().orElseThrow(BatchOffice::noEmployer) : named;
    var employer = employers.require(code);
    EmployerAccess.require(caller, employer);
    return employer;
  }

  private static Problem noEmployer() {
    return FORBIDDEN.because("your account names no employer");
  }

  private static EnrolmentBatch started(
      Upload upload, Employer employer, PlanYear year, Instant judged, Caller caller) {
    var name = upload.fileName();
    return new EnrolmentBatch(
        Uuid7.next(),
        0,
        employer.creditCode(),
        employer.area(),
        year.planCode(),
        year.year(),
        name.substring(Math.max(0, name.length() - LONGEST_FILE_NAME)),
        upload.mode(),
        BatchStatus.CHECKING,
        null,
        List.of(),
        null,
        List.of(),
        Counts.none(),
        Money.ZERO,
        Money.ZERO,
        Uuid7.next(),
        caller.subject(),
        null,
        null,
        0,
        judged,
        judged);
  }

  private static void requireConfirmed(EnrolmentBatch batch, List<String> confirmed) {
    var open =
        batch.warnings().stream()
            .map(EnrolmentBatch.Warning::code)
            .filter(code -> !confirmed.contains(code))
            .toList();
    if (!open.isEmpty()) {
      throw WARNING_NOT_CONFIRMED
          .because("say yes to %s, or correct the roster", String.join(", ", open))
          .with("unconfirmed", open);
    }
  }

  private static void requireOther(EnrolmentBatch batch, Caller caller) {
    if (caller.subject().equals(batch.submittedBy()) || caller.subject().equals(batch.maker())) {
      throw MAKER_IS_CHECKER.because("you uploaded or submitted this roster yourself");
    }
  }

  private void note(String action, EnrolmentBatch batch, Caller caller, @Nullable String reason) {
    var counts = Map.<String, Object>of("by", caller.name(), "counts", batch.counts());
    audit.record(
        new Act(action, "enrolment-batch", batch.id(), batch.area(), reason, Map.of(), counts));
  }
}
