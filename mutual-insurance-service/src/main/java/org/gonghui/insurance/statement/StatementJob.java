package org.gonghui.insurance.statement;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.gonghui.kit.job.JobHandler;
import org.gonghui.kit.job.JobRun;

/**
 * Books a large statement in one step, because a statement is booked whole or not at all: a run
 * that is killed leaves nothing, and the next one begins with the kept bytes.
 */
@Singleton
class StatementJob implements JobHandler<StatementJob.Of> {
  static final String KIND = "bank-statement";

  private final StatementUploads uploads;
  private final StatementBooking booking;
  private final StatementLines lines;

  StatementJob(StatementUploads uploads, StatementBooking booking, StatementLines lines) {
    this.uploads = uploads;
    this.booking = booking;
    this.lines = lines;
  }

  /** Which statement. */
  public record Of(UUID statementId) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Class<Of> parameters() {
    return Of.class;
  }

  @Override
  public StepResult step(JobRun<Of> run) {
    var upload = uploads.require(run.parameters().statementId());
    booking.book(upload, uploads.read(upload.id()));
    uploads.forget(upload.id());
    var report = lines.report(upload.id());
    run.progress(report.lines(), report.lines());
    run.count("known", report.known());
    run.count("applied", report.applied());
    return StepResult.DONE;
  }

  @Override
  public void stopped(JobRun<Of> run) {
    uploads.forget(run.parameters().statementId());
  }
}
