package org.gonghui.insurance.batch;

import static org.gonghui.insurance.batch.BatchStatus.APPROVED;

import jakarta.enterprise.context.ApplicationScoped;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.job.Jobs;

/** Sets an approved roster going: a small one in the same transaction, a large one as a job. */
@ApplicationScoped
class RosterRun {
  private final EnrolmentBatches batches;
  private final RosterApply apply;
  private final Jobs jobs;
  private final Sql sql;

  RosterRun(EnrolmentBatches batches, RosterApply apply, Jobs jobs, Sql sql) {
    this.batches = batches;
    this.apply = apply;
    this.jobs = jobs;
    this.sql = sql;
  }

  EnrolmentBatch approve(EnrolmentBatch submitted) {
    batches.move(submitted, APPROVED);
    var id = submitted.id();
    if (submitted.counts().total() <= RosterApply.ROWS_AT_ONCE) {
      while (apply.step(id)) {
        // At most one portion, then the end.
      }
    } else {
      var job = jobs.start(ApplyJob.KIND, id.toString(), submitted.area(), new ApplyJob.Of(id));
      batches.startJob(id, job);
    }
    return batches.require(id);
  }

  /** A cancelled batch keeps its rows for the record, none of them applied. */
  void forget(EnrolmentBatch cancelled) {
    sql.update(
        "update enrolment_row set status = 'SKIPPED' where batch_id = ? and status = 'VALID'",
        cancelled.id());
    sql.update(
        """
        update enrolment_batch set rows_skipped = rows_skipped + rows_valid, rows_valid = 0
        where id = ?
        """,
        cancelled.id());
    sql.update("delete from roster_part where batch_id = ?", cancelled.id());
  }
}
