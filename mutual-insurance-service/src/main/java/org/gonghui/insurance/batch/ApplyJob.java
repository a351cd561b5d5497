package org.gonghui.insurance.batch;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.gonghui.kit.job.JobHandler;
import org.gonghui.kit.job.JobRun;

/** The application of a large roster: a portion of rows per step. */
@Singleton
public class ApplyJob implements JobHandler<ApplyJob.Of> {
  static final String KIND = "roster-apply";

  private final RosterApply apply;
  private final EnrolmentBatches batches;

  ApplyJob(RosterApply apply, EnrolmentBatches batches) {
    this.apply = apply;
    this.batches = batches;
  }

  /** Which batch. */
  public record Of(UUID batchId) {}

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
    var batchId = run.parameters().batchId();
    var more = apply.step(batchId);
    var batch = batches.require(batchId);
    run.moveTo(String.valueOf(batch.appliedThrough()));
    run.progress(Math.min(batch.appliedThrough(), batch.counts().total()), batch.counts().total());
    return more ? StepResult.MORE : StepResult.DONE;
  }

  @Override
  public void stopped(JobRun<Of> run) {
    apply.stop(run.parameters().batchId());
  }
}
