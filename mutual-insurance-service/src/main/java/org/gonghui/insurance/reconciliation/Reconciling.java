package org.gonghui.insurance.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.payout.PayoutStatus;
import org.gonghui.insurance.reconciliation.Reconciliation.Difference;
import org.gonghui.insurance.reconciliation.Reconciliation.Sides;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.calendar.Deadline;
import org.gonghui.kit.calendar.WorkingDays;
import org.gonghui.kit.money.Money;

/** Compares bank and books both ways. */
@ApplicationScoped
public class Reconciling {
  private static final Deadline PATIENCE = Deadline.workingDays(2);
  private static final int MOST = 1_000;

  private final Sql sql;
  private final WorkingDays calendar;
  private final Clock clock;

  Reconciling(Sql sql, WorkingDays calendar, Clock clock) {
    this.sql = sql;
    this.calendar = calendar;
    this.clock = clock;
  }

  Reconciliation of(LocalDate day) {
    var differences = differences(day);
    var late = !clock.instant().isBefore(PATIENCE.endsAt(day, calendar));
    return new Reconciliation(
        day,
        differences.isEmpty(),
        late && !differences.isEmpty(),
        sides(BANK, day),
        sides(BOOKS, day),
        approved(),
        differences);
  }

  private Sides sides(String query, LocalDate day) {
    return sql.list(
            query,
            row -> new Sides(row.money("paid"), row.money("returned"), row.money("received")),
            day,
            day)
        .getFirst();
  }

  /** Every approved amount is in exactly one state. */
  private Map<PayoutStatus, Money> approved() {
    var states = new EnumMap<PayoutStatus, Money>(PayoutStatus.class);
    for (var status : PayoutStatus.values()) {
      states.put(status, Money.ZERO);
    }
    sql.each(
        "select status, sum(amount) as amount from payout group by status",
        row -> states.put(row.choice(PayoutStatus.class, "status"), row.money("amount")));
    return states;
  }

  private List<Difference> differences(LocalDate day) {
    return sql.list(DIFFERENCES, Reconciling::difference, day, day, day, day, day, MOST);
  }

  private static Difference difference(Row row) {
    return new Difference(
        row.text("code"), row.text("reference"), row.money("bank"), row.money("books"));
  }

  private static final String BANK =
      """
      select coalesce(sum(amount) filter (where use = 'PAYOUT'), 0) as paid,
        coalesce(sum(amount) filter (where use = 'RETURN'), 0) as returned,
        coalesce(sum(amount) filter (where use = 'RECEIPT'), 0) as received
      from statement_line where value_date = ? and value_date = ?
      """;

  private static final String BOOKS =
      """
      select coalesce(sum(amount) filter (where amount > 0), 0) as paid,
        coalesce(-sum(amount) filter (where amount < 0), 0) as returned,
        (select coalesce(sum(amount), 0) from receipt where value_date = ?) as received
      from payout_entry where value_date = ?
      """;

  private static final String DIFFERENCES =
      """
      select 'LINE_' || coalesce(l.doubt, 'UNMATCHED') as code, l.bank_ref as reference,
        l.amount as bank, coalesce(t.amount, 0) as books
      from statement_line l
      left join payout_attempt t on t.end_to_end_id = l.end_to_end_id
      where l.value_date = ? and l.use = 'UNMATCHED'
      union all
      select 'LINE_NOT_IN_BOOKS', l.bank_ref, l.amount, coalesce(e.amount, 0)
      from statement_line l
      left join payout_attempt t on t.end_to_end_id = l.end_to_end_id
      left join lateral (select abs(sum(e.amount)) as amount from payout_entry e
        where e.attempt_id = t.id
          and case l.use when 'PAYOUT' then e.amount > 0 else e.amount < 0 end) e on true
      where l.value_date = ? and l.use in ('PAYOUT', 'RETURN')
        and l.amount is distinct from e.amount
      union all
      select 'BOOKS_NOT_AT_BANK', t.end_to_end_id, coalesce(l.amount, 0), abs(e.amount)
      from payout_entry e join payout_attempt t on t.id = e.attempt_id
      left join statement_line l on l.end_to_end_id = t.end_to_end_id
        and l.use = case when e.amount > 0 then 'PAYOUT' else 'RETURN' end
      where e.value_date = ? and l.amount is distinct from abs(e.amount)
      union all
      select 'RECEIPT_NOT_BOOKED', l.bank_ref, l.amount, coalesce(r.amount, 0)
      from statement_line l
      left join receipt r on r.account = l.account and r.bank_ref = l.bank_ref
      where l.value_date = ? and l.use = 'RECEIPT' and l.amount is distinct from r.amount
      union all
      select 'RECEIPT_NOT_AT_BANK', r.bank_ref, coalesce(l.amount, 0), r.amount
      from receipt r
      left join statement_line l on l.account = r.account and l.bank_ref = r.bank_ref
        and l.direction = 'CREDIT'
      where r.value_date = ? and l.amount is distinct from r.amount
      union all
      select 'FUND_RESERVED', f.plan_code, coalesce(sum(t.amount), 0), f.reserved
      from fund f
      left join payment_batch b on b.plan_code = f.plan_code
      left join payout_attempt t on t.batch_id = b.id
        and t.status in ('BATCHED', 'DISPATCHED', 'IN_DOUBT')
      group by f.plan_code, f.reserved having coalesce(sum(t.amount), 0) <> f.reserved
      union all
      select 'FUND_PAID', f.plan_code, coalesce(sum(e.amount), 0), f.paid
      from fund f left join payout_entry e on e.plan_code = f.plan_code
      group by f.plan_code, f.paid having coalesce(sum(e.amount), 0) <> f.paid
      union all
      select 'GRANT_WITHOUT_PAYOUT', c.no, coalesce(p.amount, 0), c.granted
      from claim c
      left join lateral (select sum(p.amount) as amount from payout p
        where p.source_id = c.id and p.status <> 'CANCELLED') p on true
      where c.status in ('APPROVED', 'PAID') and c.granted is distinct from coalesce(p.amount, 0)
      limit ?
      """;
}
