package org.gonghui.insurance.batch;

import static org.gonghui.insurance.batch.BatchStatus.CHECKING;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gonghui.insurance.batch.EnrolmentBatch.Counts;
import org.gonghui.insurance.batch.EnrolmentBatch.Mode;
import org.gonghui.insurance.batch.EnrolmentBatch.Refusal;
import org.gonghui.insurance.batch.EnrolmentBatch.Warning;
import org.gonghui.insurance.sheet.SheetLayout;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.jspecify.annotations.Nullable;

/** All roster batches. */
@ApplicationScoped
public class EnrolmentBatches {
  private static final String SELECT = "select * from enrolment_batch ";

  private final Sql sql;
  private final Json json;

  EnrolmentBatches(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  public EnrolmentBatch require(UUID id) {
    return sql.find(SELECT + "where id = ?", this::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such batch"));
  }

  /** The batch, locked until the transaction ends. */
  EnrolmentBatch lock(UUID id) {
    return sql.find(SELECT + "where id = ? for update", this::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such batch"));
  }

  Optional<EnrolmentBatch> findSameBytes(CreditCode employer, String plan, int year, String sha) {
    return sql.find(
        SELECT
            + "where employer = ? and plan_code = ? and plan_year = ? and sha256 = ?"
            + " and status not in ('CANCELLED', 'UNREADABLE')",
        this::read,
        employer,
        plan,
        year,
        sha);
  }

  Optional<EnrolmentBatch> findActive(CreditCode employer, String plan, int year) {
    return sql.find(
        SELECT
            + "where employer = ? and plan_code = ? and plan_year = ?"
            + " and status not in ('APPLIED', 'CANCELLED', 'UNREADABLE')",
        this::read,
        employer,
        plan,
        year);
  }

  List<EnrolmentBatch> list(
      String areas, @Nullable CreditCode employer, @Nullable UUID after, int limit) {
    return sql.list(
        SELECT
            + "where area like ? and (?::text is null or employer = ?)"
            + " and (?::uuid is null or id < ?) order by id desc limit ?",
        this::read,
        areas,
        employer,
        employer,
        after,
        after,
        limit);
  }

  /** Adds it unless the employer has the same bytes or an active batch; whether it was added. */
  boolean add(EnrolmentBatch batch, String sha256) {
    return sql.update(
            """
            insert into enrolment_batch (id, employer, area, plan_code, plan_year, file_name,
              sha256, mode, status, due_id, maker, declared_at, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            batch.id(),
            batch.employer(),
            batch.area(),
            batch.planCode(),
            batch.planYear(),
            batch.fileName(),
            sha256,
            batch.mode(),
            batch.status(),
            batch.dueId(),
            batch.maker(),
            batch.declaredAt(),
            batch.createdAt())
        == 1;
  }

  void move(EnrolmentBatch batch, BatchStatus next) {
    batch.requireMayBecome(next);
    requireOne(
        sql.update(
            "update enrolment_batch set status = ?, version = version + 1"
                + " where id = ? and status = ? and version = ?",
            next,
            batch.id(),
            batch.status(),
            batch.version()));
  }

  void submitted(EnrolmentBatch batch, String who, List<String> confirmed) {
    batch.requireMayBecome(BatchStatus.SUBMITTED);
    requireOne(
        sql.update(
            """
            update enrolment_batch set status = 'SUBMITTED', submitted_by = ?, confirmed = ?,
              version = version + 1
            where id = ? and version = ?
            """,
            who,
            confirmed.toArray(String[]::new),
            batch.id(),
            batch.version()));
  }

  void readLayout(UUID id, SheetLayout layout, List<String> titles) {
    sql.update(
        "update enrolment_batch set layout = ?::jsonb, titles = ?::jsonb where id = ?",
        json.write(layout),
        json.write(titles),
        id);
  }

  void startJob(UUID id, UUID jobId) {
    sql.update("update enrolment_batch set job_id = ? where id = ?", jobId, id);
  }

  void checked(UUID id, Counts counts, List<Warning> warnings, Money payable, Money union) {
    requireOne(
        sql.update(
            """
            update enrolment_batch set status = 'CHECKED', version = version + 1, rows_total = ?,
              rows_valid = ?, rows_skipped = ?, rows_rejected = ?, heads_union_paid = ?,
              warnings = ?::jsonb, payable = ?, union_share = ?
            where id = ? and status = ?
            """,
            counts.total(),
            counts.valid(),
            counts.skipped(),
            counts.rejected(),
            counts.unionPaid(),
            json.write(warnings),
            payable,
            union,
            id,
            CHECKING));
  }

  void unreadable(UUID id, Refusal refusal) {
    sql.update(
        "update enrolment_batch set status = 'UNREADABLE', refusal = ?::jsonb,"
            + " version = version + 1 where id = ? and status = 'CHECKING'",
        json.write(refusal),
        id);
  }

  void advance(UUID id, int appliedThrough) {
    sql.update("update enrolment_batch set applied_through = ? where id = ?", appliedThrough, id);
  }

  void counted(UUID id, BatchStatus status, Counts counts, Money payable, Money union, Instant at) {
    sql.update(
        """
        update enrolment_batch set status = ?, version = version + 1, rows_total = ?,
          rows_valid = ?, rows_applied = ?, rows_skipped = ?, rows_rejected = ?,
          heads_union_paid = ?, payable = ?, union_share = ?, applied_at = ?
        where id = ?
        """,
        status,
        counts.total(),
        counts.valid(),
        counts.applied(),
        counts.skipped(),
        counts.rejected(),
        counts.unionPaid(),
        payable,
        union,
        at,
        id);
  }

  private static void requireOne(int changed) {
    if (changed != 1) {
      throw STALE_VERSION.because("the batch has changed meanwhile");
    }
  }

  private EnrolmentBatch read(Row row) {
    var layout = row.findText("layout");
    var titles = row.findText("titles");
    var refusal = row.findText("refusal");
    return new EnrolmentBatch(
        row.uuid("id"),
        row.number("version"),
        row.employer("employer"),
        row.text("area"),
        row.text("plan_code"),
        row.number("plan_year"),
        row.text("file_name"),
        row.choice(Mode.class, "mode"),
        row.choice(BatchStatus.class, "status"),
        layout == null ? null : json.read(layout, SheetLayout.class),
        titles == null ? List.of() : json.readList(titles, String.class),
        refusal == null ? null : json.read(refusal, Refusal.class),
        json.readList(row.text("warnings"), Warning.class),
        readCounts(row),
        row.money("payable"),
        row.money("union_share"),
        row.uuid("due_id"),
        row.text("maker"),
        row.findText("submitted_by"),
        row.findUuid("job_id"),
        row.number("applied_through"),
        row.instant("declared_at"),
        row.instant("created_at"));
  }

  private static Counts readCounts(Row row) {
    return new Counts(
        row.number("rows_total"),
        row.number("rows_valid"),
        row.number("rows_applied"),
        row.number("rows_skipped"),
        row.number("rows_rejected"),
        row.number("heads_union_paid"));
  }
}
