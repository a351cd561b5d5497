package org.gonghui.insurance.batch;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gonghui.insurance.batch.EnrolmentBatch.Refusal;
import org.gonghui.insurance.roster.RosterHeader;
import org.gonghui.insurance.sheet.Sheet;
import org.gonghui.insurance.sheet.SheetLimits;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.job.JobHandler;
import org.gonghui.kit.job.JobRun;
import org.gonghui.kit.problem.Problem;

/** The dry run of a large file: a portion of rows per step, the cursor is the last row read. */
@Singleton
public class CheckJob implements JobHandler<CheckJob.Of> {
  static final String KIND = "roster-check";
  private static final int ROWS_PER_STEP = 10_000;

  private final EnrolmentBatches batches;
  private final RosterParts parts;
  private final RosterCheck check;
  private final Sql sql;

  /** Files stay open between steps; one that is not at the cursor is opened anew. */
  private final Map<UUID, Open> open = new ConcurrentHashMap<>();

  CheckJob(EnrolmentBatches batches, RosterParts parts, RosterCheck check, Sql sql) {
    this.batches = batches;
    this.parts = parts;
    this.check = check;
    this.sql = sql;
  }

  /** Which batch. */
  public record Of(UUID batchId) {}

  private record Open(Sheet sheet, RosterHeader header, long done) {}

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
    var batch = batches.lock(run.parameters().batchId());
    if (batch.status() != BatchStatus.CHECKING) {
      return StepResult.DONE;
    }
    try {
      return portion(run, batch);
    } catch (Problem refused) {
      close(run.jobId());
      sql.update("delete from enrolment_row where batch_id = ?", batch.id());
      parts.forget(batch.id());
      batches.unreadable(batch.id(), new Refusal(refused.type().code(), refused.detail()));
      run.fault(refused.type().code(), refused.detail());
      return StepResult.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StepResult portion(JobRun<Of> run, EnrolmentBatch batch) throws IOException {
    var done = run.cursor() == null ? 0 : Long.parseLong(run.cursor());
    var roster = at(run.jobId(), batch, done);
    var read = check.portion(batch, roster.sheet(), roster.header(), ROWS_PER_STEP);
    if (read < ROWS_PER_STEP) {
      check.finish(batch.id());
      parts.forget(batch.id());
      close(run.jobId());
      run.progress(done + read, done + read);
      return StepResult.DONE;
    }
    open.put(run.jobId(), new Open(roster.sheet(), roster.header(), done + read));
    run.moveTo(String.valueOf(done + read));
    run.progress(done + read, 0);
    return StepResult.MORE;
  }

  /** The file behind the rows that earlier steps have kept. */
  private Open at(UUID jobId, EnrolmentBatch batch, long done) throws IOException {
    var known = open.get(jobId);
    if (known != null && known.done() == done) {
      return known;
    }
    close(jobId);
    var sheet = Sheet.open(parts.read(batch.id()), SheetLimits.defaults());
    var header = check.open(batch, sheet);
    for (var skipped = 0L; skipped < done; skipped++) {
      var _ = sheet.next();
    }
    return new Open(sheet, header, done);
  }

  private void close(UUID jobId) {
    var known = open.remove(jobId);
    if (known != null) {
      known.sheet().close();
    }
  }

  @Override
  public void stopped(JobRun<Of> run) {
    close(run.jobId());
    var batchId = run.parameters().batchId();
    var _ = batches.lock(batchId);
    sql.update("delete from enrolment_row where batch_id = ?", batchId);
    parts.forget(batchId);
    batches.unreadable(batchId, new Refusal("CHECK_STOPPED", "the check was stopped"));
  }
}
