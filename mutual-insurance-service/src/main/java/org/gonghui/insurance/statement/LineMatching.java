package org.gonghui.insurance.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.gonghui.insurance.sql.Sql;

/** Finds for the lines of a statement the attempts that they prove; what fits none is in doubt. */
@ApplicationScoped
public class LineMatching {
  private final Sql sql;

  LineMatching(Sql sql) {
    this.sql = sql;
  }

  /**
   * A debit proves an attempt by our id and the exact amount, and only one debit can; it may come
   * after people have found out so.
   */
  void matchDebits(UUID statementId) {
    sql.update(
        """
        update statement_line l set use = 'UNMATCHED', doubt = m.doubt
        from (
          select l.id, case
            when t.id is null then 'UNKNOWN_ID'
            when t.amount <> l.amount then 'WRONG_AMOUNT'
            when t.status in ('BATCHED', 'CANCELLED') then 'NOT_DISPATCHED'
            when row_number() over (partition by t.id, t.amount = l.amount order by l.line) > 1
              or t.status = 'RETURNED' or t.status = 'PAID' and (
                select bool_or(e.use = 'PAYOUT' and e.statement_id <> l.statement_id)
                from statement_line e where e.end_to_end_id = l.end_to_end_id)
              then 'PAID_TWICE' end as doubt
          from statement_line l
          left join payout_attempt t on t.end_to_end_id = l.end_to_end_id
          where l.statement_id = ? and l.use = 'PAYOUT') m
        where l.id = m.id and m.doubt is not null
        """,
        statementId);
  }

  /** A credit gives back what was paid; one without an id of ours is an ordinary receipt. */
  void matchReturns(UUID statementId) {
    sql.update(
        """
        update statement_line l set use = m.use,
          doubt = case m.use when 'UNMATCHED' then m.doubt end
        from (
          select m.*, case when m.doubt = 'UNKNOWN_ID' and m.named then 'RECEIPT'
            else 'UNMATCHED' end as use
          from (
            select l.id, l.end_to_end_id is not null as named, case
              when t.id is null then 'UNKNOWN_ID'
              when t.amount <> l.amount then 'WRONG_AMOUNT'
              when t.status = 'RETURNED' or row_number() over
                (partition by t.id, t.amount = l.amount order by l.line) > 1 then 'RETURNED_TWICE'
              when t.status <> 'PAID' then 'NOT_PAID' end as doubt
            from statement_line l
            left join payout_attempt t on t.end_to_end_id = l.end_to_end_id
            where l.statement_id = ? and l.use = 'RETURN') m
          where m.doubt is not null) m
        where l.id = m.id
        """,
        statementId);
  }

  /** The payment behind a debit of a wrong amount is in doubt until people have looked. */
  void doubtWrongAmounts(UUID statementId) {
    sql.update(
        """
        with doubted as (
          update payout_attempt t set status = 'IN_DOUBT'
          from statement_line l
          where l.statement_id = ? and l.end_to_end_id = t.end_to_end_id and l.direction = 'DEBIT'
            and l.doubt = 'WRONG_AMOUNT' and t.status = 'DISPATCHED'
          returning t.payout_id)
        update payout p set status = 'IN_DOUBT', version = version + 1
        from doubted d where p.id = d.payout_id and p.status = 'DISPATCHED'
        """,
        statementId);
  }
}
