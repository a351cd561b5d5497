package org.gonghui.insurance.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.PersonKey;

/** The rule by which accounts hold payouts and let them go. */
@ApplicationScoped
public class Holds {
  private final Sql sql;
  private final Clock clock;

  Holds(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Looks again at what waits for an account of one person. */
  public void refresh(PersonKey payee) {
    hold(payee);
    release("p.payee_key = ?", payee.value());
  }

  /**
   * Looks again at what waits for accounts in an area; a returned payment needs another account.
   */
  public void refresh(String areaPattern) {
    release("p.area like ?", areaPattern);
  }

  /** Holds by hand what has not left yet of one source. */
  public void holdAll(UUID sourceId, String who) {
    sql.update(
        """
        update payout set status = 'HELD', hold_reason = 'MANUAL', held_by = ?,
          version = version + 1
        where source_id = ? and status in ('READY', 'HELD')
        """,
        who,
        sourceId);
  }

  /** Whether it can be paid now; after a fault of the account that one must be confirmed anew. */
  boolean hasUsableAccount(UUID payoutId) {
    return sql.find(
            """
            select 1 as one from payout p
            join payee_account a on a.person_key = p.payee_key and a.status = 'CONFIRMED'
              and coalesce(a.usable_from, '-infinity') <= ?
            where p.id = ? and not exists (
              select from payout_attempt t
              where t.payout_id = p.id and t.reason_code in ('AC01', 'AC04', 'BE01')
                and t.account_index = a.account_index and t.answered_at > a.created_at)
            """,
            row -> row.number("one"),
            clock.instant(),
            payoutId)
        .isPresent();
  }

  private void hold(PersonKey payee) {
    sql.update(
        """
        update payout p set status = 'HELD', hold_reason = 'ACCOUNT_CHANGED', version = version + 1
        where p.payee_key = ? and p.status = 'READY' and exists (
          select from payee_account a
          where a.person_key = p.payee_key and a.status = 'CONFIRMED' and a.usable_from > ?)
        """,
        payee,
        clock.instant());
  }

  private void release(String whose, String argument) {
    sql.update(
        """
        update payout p set status = 'READY', hold_reason = null, held_by = null,
          version = p.version + 1
        from payee_account a
        where %s and a.person_key = p.payee_key and a.status = 'CONFIRMED'
          and coalesce(a.usable_from, '-infinity') <= ?
          and (p.status = 'HELD' and p.hold_reason in ('NO_ACCOUNT', 'ACCOUNT_CHANGED')
            or p.status = 'RETURNED' and not exists (
              select from payout_attempt t
              where t.payout_id = p.id and t.account_index = a.account_index))
        """
            .formatted(whose),
        argument,
        clock.instant());
  }
}
