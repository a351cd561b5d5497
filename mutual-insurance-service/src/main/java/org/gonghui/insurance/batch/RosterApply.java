package org.gonghui.insurance.batch;

import static org.gonghui.insurance.batch.BatchStatus.APPLIED;
import static org.gonghui.insurance.batch.BatchStatus.APPLYING;
import static org.gonghui.insurance.batch.BatchStatus.APPROVED;
import static org.gonghui.insurance.batch.BatchStatus.REJECTED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.UUID;
import org.gonghui.insurance.batch.EnrolmentBatch.Mode;
import org.gonghui.insurance.member.PayeeAccountChanged;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.insurance.plan.Split;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Turns sound rows into enrolments, a portion per transaction. The mark on the batch moves in the
 * same transaction, so that a killed job goes on after the last portion and repeats none.
 */
@ApplicationScoped
class RosterApply {
  static final int ROWS_AT_ONCE = 1_000;

  private final EnrolmentBatches batches;
  private final BatchRows rows;
  private final RosterCheck check;
  private final PlanYears years;
  private final Sql sql;
  private final Outbox outbox;
  private final Clock clock;
  private final Event<BatchMoved> moved;
  private final Event<PayeeAccountChanged> accounts;

  RosterApply(
      EnrolmentBatches batches,
      BatchRows rows,
      RosterCheck check,
      PlanYears years,
      Sql sql,
      Outbox outbox,
      Clock clock,
      Event<BatchMoved> moved,
      Event<PayeeAccountChanged> accounts) {
    this.batches = batches;
    this.rows = rows;
    this.check = check;
    this.years = years;
    this.sql = sql;
    this.outbox = outbox;
    this.clock = clock;
    this.moved = moved;
    this.accounts = accounts;
  }

  /** Applies the next portion; whether there is more. */
  boolean step(UUID batchId) {
    var batch = batches.lock(batchId);
    if (batch.status() == APPROVED) {
      batches.move(batch, APPLYING);
      batch = batches.require(batchId);
    }
    if (batch.status() != APPLYING) {
      return false;
    }
    if (batch.mode() == Mode.ALL_OR_NOTHING && batch.appliedThrough() == 0 && isSpoilt(batch)) {
      giveUp(batch);
      return false;
    }
    var most = batch.mode() == Mode.ALL_OR_NOTHING ? Integer.MAX_VALUE : ROWS_AT_ONCE;
    var to = endOfPortion(batch, most);
    if (to == null) {
      finish(batch);
      return false;
    }
    apply(batch, batch.appliedThrough() + 1, to);
    batches.advance(batchId, to);
    return true;
  }

  /** The rest stays unapplied: its rows are skipped, and what was applied is due. */
  void stop(UUID batchId) {
    var batch = batches.lock(batchId);
    if (batch.status() != APPLYING && batch.status() != APPROVED) {
      return;
    }
    if (batch.mode() == Mode.ALL_OR_NOTHING) {
      giveUp(batch);
    } else {
      sql.update(
          "update enrolment_row set status = 'SKIPPED'"
              + " where batch_id = ? and row_no > ? and status = 'VALID'",
          batchId,
          batch.appliedThrough());
      finish(batch);
    }
  }

  /** Since the check somebody may have died or been enrolled: each row is looked at again. */
  private boolean isSpoilt(EnrolmentBatch batch) {
    rows.mark(batch.id());
    return rows.count(batch.id(), 0).rejected() > 0;
  }

  /** Back to the clerk, who sees which rows cannot be applied. */
  private void giveUp(EnrolmentBatch batch) {
    rows.mark(batch.id());
    var counts = rows.count(batch.id(), 0);
    var amounts = check.amounts(batch, counts.valid(), counts.unionPaid());
    batches.counted(
        batch.id(), REJECTED, counts, amounts.payable(), amounts.union(), clock.instant());
    moved.fire(new BatchMoved(batches.require(batch.id()), REJECTED));
  }

  private @Nullable Integer endOfPortion(EnrolmentBatch batch, int most) {
    return sql.find(
            """
            select max(row_no) as last from (
              select row_no from enrolment_row where batch_id = ? and row_no > ?
              order by row_no limit ?) portion
            having max(row_no) is not null
            """,
            row -> row.number("last"),
            batch.id(),
            batch.appliedThrough(),
            most)
        .orElse(null);
  }

  private void apply(EnrolmentBatch batch, int from, int to) {
    var year = years.require(batch.planCode(), batch.planYear());
    var split = check.splitOf(batch, year);
    sql.update(ApplySql.PERSONS, batch.declaredAt(), batch.id(), from, to);
    sql.update(ApplySql.CONSENTS, batch.declaredAt(), batch.id(), from, to);
    sql.update(ApplySql.DECEASED, batch.id(), from, to);
    enrol(batch, year, split, from, to);
    giveAccounts(batch, from, to);
  }

  private void enrol(EnrolmentBatch batch, PlanYear year, Split split, int from, int to) {
    var enrolled =
        sql.update(
            ApplySql.ENROL,
            batch.planCode(),
            batch.planYear(),
            year.cover().from(),
            year.cover().until(),
            Split.UNION_PAID,
            split.code(),
            batch.employer(),
            batch.area(),
            batch.dueId(),
            batch.declaredAt(),
            batch.id(),
            from,
            to);
    var sound = rows.countValid(batch.id(), from, to);
    if (enrolled < sound) {
      rows.markEnrolled(batch.id(), from, to);
    }
    if (batch.mode() == Mode.ALL_OR_NOTHING && rows.countValid(batch.id(), from, to) < sound) {
      throw BatchProblems.CHANGED_MEANWHILE.because("a row was enrolled elsewhere; try again");
    }
  }

  private void giveAccounts(EnrolmentBatch batch, int from, int to) {
    sql.list(
            ApplySql.ACCOUNTS,
            row -> row.person("person_key"),
            batch.maker(),
            batch.declaredAt(),
            batch.declaredAt(),
            batch.id(),
            from,
            to)
        .forEach(person -> accounts.fire(new PayeeAccountChanged(person)));
  }

  private void finish(EnrolmentBatch batch) {
    var counts = rows.count(batch.id(), Integer.MAX_VALUE);
    var amounts = check.amounts(batch, counts.applied(), counts.unionPaid());
    var now = clock.instant();
    batches.counted(batch.id(), APPLIED, counts, amounts.payable(), amounts.union(), now);
    sql.update("delete from roster_part where batch_id = ?", batch.id());
    var applied = batches.require(batch.id());
    moved.fire(new BatchMoved(applied, APPLIED));
    outbox.record(
        new BatchEvent.Applied(
            applied.id(),
            applied.employer(),
            applied.area(),
            applied.planYear(),
            counts.total(),
            counts.applied(),
            counts.skipped(),
            counts.rejected(),
            amounts.payable(),
            now));
  }
}
