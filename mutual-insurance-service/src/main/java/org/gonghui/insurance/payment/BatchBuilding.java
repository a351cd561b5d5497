package org.gonghui.insurance.payment;

import static org.gonghui.insurance.payment.PaymentProblems.NOTHING_READY;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gonghui.insurance.bank.payment.BatchHash;
import org.gonghui.insurance.contribution.Funds;
import org.gonghui.insurance.payment.PaymentBatch.Totals;
import org.gonghui.insurance.payout.Holds;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;

/** Takes what is ready into one batch; two buildings at once share no payout. */
@ApplicationScoped
public class BatchBuilding {
  private final Sql sql;
  private final PaymentBatches batches;
  private final Holds holds;
  private final Funds funds;
  private final Clock clock;
  private final String debtorAccount;

  BatchBuilding(
      Sql sql,
      PaymentBatches batches,
      Holds holds,
      Funds funds,
      Clock clock,
      @ConfigProperty(name = "gonghui.payment.debtor-account") String debtorAccount) {
    this.sql = sql;
    this.batches = batches;
    this.holds = holds;
    this.funds = funds;
    this.clock = clock;
    this.debtorAccount = debtorAccount;
  }

  PaymentBatch build(Demand demand, Caller maker) {
    var now = clock.instant();
    var id = Uuid7.next();
    holds.refresh(demand.area() + "%");
    take(id, demand, maker, now);
    var totals = totals(id);
    if (totals.count() == 0) {
      throw NOTHING_READY.because("no payout of %s is ready up to the cut-off", demand.area());
    }
    var year = ZonedDateTime.ofInstant(now, ClockProducer.ZONE).getYear();
    var batch =
        new PaymentBatch(
            id,
            0,
            batches.nextNo(year),
            demand.area(),
            demand.planCode(),
            debtorAccount,
            demand.cutOff(),
            totals,
            PaymentBatchStatus.BUILT,
            maker.subject(),
            null,
            now,
            null);
    batches.add(batch);
    funds.reserve(demand.planCode(), totals.total());
    return batch;
  }

  /** Attempts and their ids for all ready payouts in order of their ids, in one statement. */
  private void take(UUID batchId, Demand demand, Caller maker, Instant now) {
    sql.update(
        """
        with chosen as materialized (
          select p.id, p.amount, a.holder, a.account, a.account_index, a.bank_code
          from payout p
          join payee_account a on a.person_key = p.payee_key and a.status = 'CONFIRMED'
            and coalesce(a.usable_from, '-infinity') <= ?
          where p.status = 'READY' and p.plan_code = ? and p.area like ? and p.created_at <= ?
            and p.payee_key <> ?
          order by p.id limit ?
          for update of p skip locked),
        numbered as materialized (
          select chosen.*, uuidv7() as attempt_id, row_number() over (order by id) as seq
          from chosen),
        moved as (
          update payout p set status = 'BATCHED', version = version + 1
          from numbered n where p.id = n.id)
        insert into payout_attempt (id, payout_id, no, batch_id, seq, end_to_end_id, holder,
          account, account_index, bank_code, amount, status)
        select n.attempt_id, n.id,
          1 + (select count(*) from payout_attempt t where t.payout_id = n.id), ?, n.seq,
          replace(n.attempt_id::text, '-', ''), n.holder, n.account, n.account_index, n.bank_code,
          n.amount, 'BATCHED'
        from numbered n
        """,
        now,
        demand.planCode(),
        demand.area() + "%",
        demand.cutOff(),
        maker.personKey().map(Object::toString).orElse(""),
        demand.limit(),
        batchId);
  }

  /** Counted, summed and hashed from what is stored, in sequence. */
  Totals totals(UUID batchId) {
    var hash = new BatchHash();
    var sum =
        new Object() {
          int count;
          long fen;
        };
    sql.each(
        """
        select end_to_end_id, account_index, amount from payout_attempt
        where batch_id = ? order by seq
        """,
        row -> {
          var amount = row.money("amount");
          hash.add(row.text("end_to_end_id"), row.text("account_index"), amount);
          sum.count++;
          sum.fen += amount.fen();
        },
        batchId);
    return new Totals(sum.count, Money.ofFen(sum.fen), hash.hex());
  }

  /** Which payouts a batch is to take. */
  record Demand(String planCode, String area, Instant cutOff, int limit) {}
}
