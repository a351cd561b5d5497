package org.gonghui.insurance.payout;

import static org.gonghui.insurance.payout.PayoutProblems.PAYOUT_UNDER_WAY;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.payout.Payout.Kind;
import org.gonghui.insurance.payout.Payout.Share;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.Seal;
import org.jspecify.annotations.Nullable;

/** Opens payouts for what was decided, in the transaction of the decision, and takes them back. */
@ApplicationScoped
public class PayoutOpening {
  private final Sql sql;
  private final Seal seal;
  private final Clock clock;

  PayoutOpening(Sql sql, Seal seal, Clock clock) {
    this.sql = sql;
    this.seal = seal;
    this.clock = clock;
  }

  /** Once per source, decision and payee: a repetition opens nothing. */
  public void open(Order order) {
    var rows = new ArrayList<@Nullable Object[]>();
    for (var share : order.shares()) {
      if (share.amount().isPositive()) {
        rows.add(row(order, share));
      }
    }
    sql.updateAll(
        """
        insert into payout (id, created_at, plan_code, plan_year, area, kind, category, source_id,
          source_no, decision_no, payee_no, payee_key, payee_name, amount, status, hold_reason)
        select uuidv7(), o.created_at, plan_code, plan_year, area,
          case when exists (select from payout e
            where e.source_id = o.source_id and e.decision_no < o.decision_no)
            then 'TOP_UP' else o.kind end,
          category, source_id, source_no, decision_no, payee_no, payee_key, payee_name, amount,
          case when h.reason is null then 'READY' else 'HELD' end, h.reason
        from (select ?::timestamptz as created_at, ?::text as plan_code, ?::int as plan_year,
            ?::text as area, ?::text as kind, ?::text as category, ?::uuid as source_id,
            ?::text as source_no, ?::int as decision_no, ?::int as payee_no, ?::text as payee_key,
            ?::bytea as payee_name, ?::numeric as amount) o
        left join payee_account a on a.person_key = o.payee_key and a.status = 'CONFIRMED'
        cross join lateral (select case
          when a.id is null then 'NO_ACCOUNT'
          when a.usable_from > ? then 'ACCOUNT_CHANGED' end as reason) h
        on conflict on constraint payout_once do nothing
        """,
        rows);
  }

  private @Nullable Object[] row(Order order, Share share) {
    var now = clock.instant();
    return new @Nullable Object[] {
      now,
      order.planCode(),
      order.planYear(),
      order.area(),
      order.kind().name(),
      order.category(),
      order.sourceId(),
      order.sourceNo(),
      order.decisionNo(),
      share.payeeNo(),
      share.payee(),
      seal.seal(share.name()),
      share.amount(),
      now
    };
  }

  /** Takes back what has not left; refused while some of it is with the bank. */
  public void cancel(UUID sourceId) {
    sql.update(
        """
        update payout set status = 'CANCELLED', hold_reason = null, version = version + 1
        where source_id = ? and status in ('READY', 'HELD', 'RETURNED')
        """,
        sourceId);
    var underWay =
        sql.find(
            """
            select 1 as one from payout
            where source_id = ? and status in ('BATCHED', 'DISPATCHED', 'IN_DOUBT') limit 1
            """,
            row -> row.number("one"),
            sourceId);
    if (underWay.isPresent()) {
      throw PAYOUT_UNDER_WAY.because("cancel its batch, or wait for the bank");
    }
  }

  /** What was decided, and who gets how much of it. */
  public record Order(
      String planCode,
      int planYear,
      String area,
      Kind kind,
      String category,
      UUID sourceId,
      String sourceNo,
      int decisionNo,
      List<Share> shares) {}
}
