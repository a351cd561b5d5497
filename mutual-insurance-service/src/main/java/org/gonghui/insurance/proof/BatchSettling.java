package org.gonghui.insurance.proof;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.gonghui.insurance.payment.PaymentEvent;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.outbox.Outbox;

/** Moves batches on as the bank's word on their payments comes in. */
@ApplicationScoped
public class BatchSettling {
  private final Sql sql;
  private final Outbox outbox;
  private final Clock clock;

  BatchSettling(Sql sql, Outbox outbox, Clock clock) {
    this.sql = sql;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Looks at the batches whose ids a query gives: settled once no payment of theirs is open. */
  public void settle(String batchIds, Object... arguments) {
    var now = clock.instant();
    // Locked first: only a later statement sees what others settled in the same batch meanwhile.
    var locked =
        sql.list(
            "select id from payment_batch where id in (%s) order by id for update"
                .formatted(batchIds),
            row -> row.uuid("id"),
            arguments);
    if (locked.isEmpty()) {
      return;
    }
    var settled =
        sql.list(
            """
            with touched as materialized (
              select b.id, b.status as before,
                not exists (select from payout_attempt t where t.batch_id = b.id
                  and t.status in ('BATCHED', 'DISPATCHED', 'IN_DOUBT')) as complete
              from payment_batch b
              where b.id in (%s) and b.status in ('DISPATCHED', 'PARTLY_SETTLED')),
            moved as (
              update payment_batch b set version = version + 1,
                status = case when t.complete then 'SETTLED' else 'PARTLY_SETTLED' end
              from touched t
              where b.id = t.id and (t.complete or t.before = 'DISPATCHED')
              returning b.*)
            select m.id, m.no, m.area,
              count(*) filter (where t.status = 'PAID')::int as paid,
              count(*) filter (where t.status = 'RETURNED')::int as returned,
              coalesce(sum(t.amount) filter (where t.status = 'PAID'), 0) as paid_total
            from moved m join payout_attempt t on t.batch_id = m.id
            where m.status = 'SETTLED' group by m.id, m.no, m.area
            """
                .formatted(batchIds),
            row ->
                new PaymentEvent.Settled(
                    row.uuid("id"),
                    row.text("no"),
                    row.text("area"),
                    row.number("paid"),
                    row.number("returned"),
                    row.money("paid_total"),
                    now),
            arguments);
    outbox.recordAll(settled);
  }
}
