package org.gonghui.insurance.payment;

import static org.gonghui.insurance.payment.PaymentBatchStatus.APPROVED;
import static org.gonghui.insurance.payment.PaymentBatchStatus.CANCELLED;
import static org.gonghui.insurance.payment.PaymentBatchStatus.DISPATCHED;
import static org.gonghui.insurance.payment.PaymentBatchStatus.SUBMITTED;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import org.gonghui.insurance.contribution.Funds;
import org.gonghui.insurance.payment.PaymentBatch.Totals;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.outbox.Outbox;

/** What people decide about a built batch, with what follows for its payouts. */
@ApplicationScoped
public class BatchDecisions {
  private final PaymentBatches batches;
  private final BatchBuilding building;
  private final Funds funds;
  private final Sql sql;
  private final Outbox outbox;
  private final Event<BatchDispatched> toBank;
  private final Clock clock;

  BatchDecisions(
      PaymentBatches batches,
      BatchBuilding building,
      Funds funds,
      Sql sql,
      Outbox outbox,
      Event<BatchDispatched> toBank,
      Clock clock) {
    this.batches = batches;
    this.building = building;
    this.funds = funds;
    this.sql = sql;
    this.outbox = outbox;
    this.toBank = toBank;
    this.clock = clock;
  }

  PaymentBatch submit(PaymentBatch batch) {
    return batches.move(batch, SUBMITTED, null, null);
  }

  /** The checker repeats what he saw, and what is stored must still be that. */
  PaymentBatch approve(PaymentBatch batch, Totals seen, Caller checker) {
    var _ = batch.status().requireNext(APPROVED);
    batch.requireOther(checker.subject());
    batch.requireSame(seen);
    batch.requireSame(building.totals(batch.id()));
    requireNoPayee(batch, checker);
    return batches.move(batch, APPROVED, checker.subject(), null);
  }

  PaymentBatch dispatch(PaymentBatch batch) {
    var now = clock.instant();
    var dispatched = batches.move(batch, DISPATCHED, null, now);
    follow(batch, "DISPATCHED", "DISPATCHED");
    outbox.record(
        new PaymentEvent.Dispatched(
            batch.id(),
            batch.no(),
            batch.area(),
            batch.planCode(),
            batch.totals().count(),
            batch.totals().total(),
            now));
    toBank.fire(new BatchDispatched(batch.id()));
    return dispatched;
  }

  /** Frees all of it: the payouts are ready again, the fund holds nothing back for them. */
  PaymentBatch cancel(PaymentBatch batch) {
    var cancelled = batches.move(batch, CANCELLED, null, null);
    follow(batch, "CANCELLED", "READY");
    funds.release(batch.planCode(), batch.totals().total());
    return cancelled;
  }

  private void follow(PaymentBatch batch, String attempt, String payout) {
    sql.update(
        """
        with moved as (
          update payout_attempt set status = ? where batch_id = ? and status = 'BATCHED'
          returning payout_id)
        update payout set status = ?, version = version + 1
        from moved where payout.id = moved.payout_id and payout.status = 'BATCHED'
        """,
        attempt,
        batch.id(),
        payout);
  }

  private void requireNoPayee(PaymentBatch batch, Caller checker) {
    var own =
        checker
            .personKey()
            .flatMap(
                key ->
                    sql.find(
                        """
                        select 1 as one from payout_attempt a join payout p on p.id = a.payout_id
                        where a.batch_id = ? and p.payee_key = ? limit 1
                        """,
                        row -> row.number("one"),
                        batch.id(),
                        key));
    if (own.isPresent()) {
      throw MAKER_IS_CHECKER.because("nobody approves a batch that pays him");
    }
  }
}
