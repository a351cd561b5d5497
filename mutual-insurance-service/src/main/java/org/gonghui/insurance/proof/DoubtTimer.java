package org.gonghui.insurance.proof;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.calendar.Deadline;
import org.gonghui.kit.calendar.WorkingDays;
import org.gonghui.kit.job.RecurringWork;
import org.gonghui.kit.time.ClockProducer;

/** Doubts payments of which the bank has said nothing for two working days. */
@ApplicationScoped
public class DoubtTimer implements RecurringWork {
  private static final Deadline SILENCE = Deadline.workingDays(2);

  private final Sql sql;
  private final WorkingDays calendar;

  DoubtTimer(Sql sql, WorkingDays calendar) {
    this.sql = sql;
    this.calendar = calendar;
  }

  @Override
  public String name() {
    return "doubt-silent-payments";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(10);
  }

  @Override
  @Transactional
  public void run(Instant now) {
    record Sent(UUID batchId, LocalDate on) {}
    sql
        .list(
            """
            select id, dispatched_at from payment_batch b
            where status in ('DISPATCHED', 'PARTLY_SETTLED') and exists (
              select from payout_attempt t where t.batch_id = b.id and t.status = 'DISPATCHED')
            order by id
            """,
            row ->
                new Sent(
                    row.uuid("id"),
                    LocalDate.ofInstant(row.instant("dispatched_at"), ClockProducer.ZONE)))
        .stream()
        .filter(sent -> !now.isBefore(SILENCE.endsAt(sent.on(), calendar)))
        .forEach(sent -> doubt(sent.batchId()));
  }

  /** All of a batch whose fate is unknown, such as when the line broke while it was sent. */
  @CanIgnoreReturnValue
  public int doubt(UUID batchId) {
    return sql.update(
        """
        with doubted as (
          update payout_attempt set status = 'IN_DOUBT' where batch_id = ? and status = 'DISPATCHED'
          returning payout_id)
        update payout p set status = 'IN_DOUBT', version = version + 1
        from doubted d where p.id = d.payout_id and p.status = 'DISPATCHED'
        """,
        batchId);
  }
}
