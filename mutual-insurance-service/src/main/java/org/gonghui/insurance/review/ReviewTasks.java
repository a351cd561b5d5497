package org.gonghui.insurance.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.correction.CorrectionTasks.Cause;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** What waits for people: claims to decide, and decided ones to look at again. */
@ApplicationScoped
class ReviewTasks {
  static final LocalDate NEVER = LocalDate.of(9999, 1, 1);
  private static final String WAITING =
      """
      select * from (
        select c.id, c.no, c.kind, c.status, c.area, c.version, c.due_on, c.review_reasons,
          null as cause, null::numeric as expected,
          coalesce(c.due_on, date '9999-01-01') as until
        from claim c where c.status in ('IN_REVIEW', 'SECOND_REVIEW') and c.area like ?
        union all
        select c.id, c.no, c.kind, c.status, c.area, c.version, t.due_on, '{}', t.cause,
          t.expected, coalesce(t.due_on, date '9999-01-01')
        from (
          select distinct on (claim_id) * from correction_task
          where closed_at is null order by claim_id, created_at) t
        join claim c on c.id = t.claim_id
        where c.status not in ('IN_REVIEW', 'SECOND_REVIEW') and c.area like ?) w
      left join review_assignment a on a.claim_id = w.id
      where ?::uuid is null or (until, id) > (?, ?::uuid)
      order by until, id limit ?
      """;

  private final Sql sql;
  private final Clock clock;

  ReviewTasks(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  List<ReviewTask> waiting(String areas, @Nullable Position after, int limit) {
    return sql.list(
        WAITING,
        ReviewTasks::read,
        areas,
        areas,
        after == null ? null : after.id(),
        after == null ? LocalDate.EPOCH : after.day(),
        after == null ? null : after.id(),
        limit);
  }

  boolean isOpen(UUID claimId) {
    return sql.find(
            """
            select 1 as one from claim where id = ? and status in ('IN_REVIEW', 'SECOND_REVIEW')
            union all
            select 1 from correction_task where claim_id = ? and closed_at is null
            """,
            row -> row.number("one"),
            claimId,
            claimId)
        .isPresent();
  }

  void assign(UUID claimId, String reviewer) {
    sql.update(
        """
        insert into review_assignment (claim_id, reviewer, assigned_at) values (?, ?, ?)
        on conflict (claim_id) do update set reviewer = excluded.reviewer,
          assigned_at = excluded.assigned_at
        """,
        claimId,
        reviewer,
        clock.instant());
  }

  private static ReviewTask read(Row row) {
    var cause = row.findText("cause");
    return new ReviewTask(
        row.uuid("id"),
        row.text("no"),
        row.choice(BenefitKind.class, "kind"),
        row.choice(ClaimStatus.class, "status"),
        row.text("area"),
        row.number("version"),
        row.findDate("due_on"),
        row.texts("review_reasons"),
        cause == null ? null : new Correction(Cause.valueOf(cause), row.money("expected")),
        row.findText("reviewer"));
  }

  /** A claim that waits; with a correction it is decided and its grounds have changed. */
  public record ReviewTask(
      UUID id,
      String claimNo,
      BenefitKind kind,
      ClaimStatus status,
      String area,
      int version,
      @Nullable LocalDate dueOn,
      List<String> reasons,
      @Nullable Correction correction,
      @Nullable String assignedTo) {}

  /** Why it is looked at again, and what would now be right. */
  public record Correction(Cause cause, Money expected) {}

  /** Where a page ended. */
  record Position(LocalDate day, UUID id) {
    static Position of(ReviewTask task) {
      var due = task.dueOn();
      return new Position(due == null ? NEVER : due, task.id());
    }
  }
}
