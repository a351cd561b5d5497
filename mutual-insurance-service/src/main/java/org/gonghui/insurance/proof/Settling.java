package org.gonghui.insurance.proof;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.contribution.Funds;
import org.gonghui.insurance.payout.SourcesPaid;
import org.gonghui.insurance.payout.SourcesReturned;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;

/** Carries proven payments and returns over to payouts, ledger, fund, batches and their sources. */
@ApplicationScoped
public class Settling {
  private static final int AT_ONCE = 1_000;

  private final Sql sql;
  private final Funds funds;
  private final BatchSettling batches;
  private final Event<SourcesPaid> paid;
  private final Event<SourcesReturned> returned;
  private final Clock clock;

  Settling(
      Sql sql,
      Funds funds,
      BatchSettling batches,
      Event<SourcesPaid> paid,
      Event<SourcesReturned> returned,
      Clock clock) {
    this.sql = sql;
    this.funds = funds;
    this.batches = batches;
    this.paid = paid;
    this.returned = returned;
    this.clock = clock;
  }

  /** What debits prove: the payments went out. */
  public void pay(Proof proof) {
    settle(proof, "PAID", "'DISPATCHED', 'IN_DOUBT'", "");
  }

  /** What credits prove: paid amounts came back. */
  public void giveBack(Proof proof) {
    settle(proof, "RETURNED", "'PAID'", "-");
  }

  private void settle(Proof proof, String status, String from, String sign) {
    var now = clock.instant();
    sql.update(
        """
        with proof as materialized (%4$s),
        proven as (
          update payout_attempt t set status = '%1$s', value_date = l.value_date,
            bank_ref = coalesce(l.bank_ref, t.bank_ref), answered_at = ?
          from proof l where l.attempt_id = t.id and t.status in (%2$s)
          returning t.id, t.payout_id, t.amount, l.proof_id, l.line_id, l.value_date),
        moved as (
          update payout p set status = '%1$s', version = version + 1,
            paid_on = case when '%1$s' = 'PAID' then v.value_date end
          from proven v where p.id = v.payout_id
          returning p.*, v.id as attempt_id, v.proof_id, v.line_id, v.value_date as booked_on)
        insert into payout_entry (id, payout_id, attempt_id, proof_id, line_id, plan_code,
          plan_year, area, category, source_id, amount, value_date, recorded_at)
        select uuidv7(), id, attempt_id, proof_id, line_id, plan_code, plan_year, area, category,
          source_id, %3$samount, booked_on, now() from moved
        """
            .formatted(status, from, sign, proof.query()),
        proof.id(),
        now);
  }

  /** Fund, batches and sources follow what one proof entered into the ledger. */
  public void follow(UUID proofId) {
    moveFunds(proofId);
    batches.settle(
        """
        select t.batch_id from payout_entry e join payout_attempt t on t.id = e.attempt_id
        where e.proof_id = ?
        """,
        proofId);
    tellPaid(proofId);
    tellReturned(proofId);
  }

  private void moveFunds(UUID proofId) {
    record Moved(String planCode, Money paid, Money returned) {}
    sql.list(
            """
            select plan_code, coalesce(sum(amount) filter (where amount > 0), 0) as paid,
              coalesce(-sum(amount) filter (where amount < 0), 0) as returned
            from payout_entry where proof_id = ? group by plan_code order by plan_code
            """,
            row -> new Moved(row.text("plan_code"), row.money("paid"), row.money("returned")),
            proofId)
        .forEach(
            moved -> {
              funds.pay(moved.planCode(), moved.paid());
              funds.unpay(moved.planCode(), moved.returned());
            });
  }

  private void tellPaid(UUID proofId) {
    var some = new LinkedHashMap<UUID, LocalDate>();
    sql.each(
        """
        select p.source_id, max(p.paid_on) as paid_on from payout p
        where p.source_id in (
          select e.source_id from payout_entry e where e.proof_id = ? and e.amount > 0)
        group by p.source_id
        having bool_and(p.status in ('PAID', 'CANCELLED')) and bool_or(p.status = 'PAID')
        order by p.source_id
        """,
        row -> {
          some.put(row.uuid("source_id"), row.date("paid_on"));
          if (some.size() == AT_ONCE) {
            paid.fire(new SourcesPaid(Map.copyOf(some)));
            some.clear();
          }
        },
        proofId);
    if (!some.isEmpty()) {
      paid.fire(new SourcesPaid(Map.copyOf(some)));
    }
  }

  /** A source hears of a return only if it was told of the payment before this proof. */
  private void tellReturned(UUID proofId) {
    var sources =
        sql.list(
            """
            select distinct source_id from payout_entry where proof_id = ? and amount < 0
            order by source_id
            """,
            row -> row.uuid("source_id"),
            proofId);
    if (!sources.isEmpty()) {
      returned.fire(new SourcesReturned(sources));
    }
  }

  /**
   * What proves movements: its id, and the query by that id for {@code attempt_id, proof_id,
   * line_id, value_date, bank_ref}.
   */
  public record Proof(UUID id, String query) {}
}
