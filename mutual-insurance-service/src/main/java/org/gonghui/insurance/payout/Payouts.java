package org.gonghui.insurance.payout;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.payout.Payout.HoldReason;
import org.gonghui.insurance.payout.Payout.Kind;
import org.gonghui.insurance.payout.Payout.Source;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** All payouts. */
@ApplicationScoped
public class Payouts {
  private static final UUID FIRST = new UUID(0, 0);

  private final Sql sql;

  Payouts(Sql sql) {
    this.sql = sql;
  }

  public Payout require(UUID id) {
    return sql.find("select * from payout where id = ?", Payouts::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such payout"));
  }

  /** The payout, if the caller may see its area. */
  public Payout require(UUID id, Caller caller) {
    var payout = require(id);
    caller.requireSees(payout.area());
    return payout;
  }

  /** Payouts of an area in order of their ids, after one of them. */
  public List<Payout> list(
      String areaPattern,
      @Nullable PayoutStatus status,
      @Nullable UUID sourceId,
      @Nullable UUID after,
      int limit) {
    return sql.list(
        """
        select * from payout
        where area like ? and (?::text is null or status = ?)
          and (?::uuid is null or source_id = ?) and id > ? order by id limit ?
        """,
        Payouts::read,
        areaPattern,
        status,
        status,
        sourceId,
        sourceId,
        after == null ? FIRST : after,
        limit);
  }

  /** Holds a ready payout, or lets a held or returned one go again, if it is what was seen. */
  public Payout move(Payout payout, PayoutStatus next, @Nullable HoldReason reason, String who) {
    var _ = payout.status().requireNext(next);
    var moved =
        sql.update(
            """
            update payout set status = ?, hold_reason = ?, held_by = ?, version = version + 1
            where id = ? and version = ? and status = ?
            """,
            next,
            reason,
            reason == null ? null : who,
            payout.id(),
            payout.version(),
            payout.status());
    if (moved != 1) {
      throw STALE_VERSION.because("the payout has changed meanwhile");
    }
    return require(payout.id());
  }

  static Payout read(Row row) {
    var payee = row.findText("payee_key");
    var hold = row.findText("hold_reason");
    return new Payout(
        row.uuid("id"),
        row.number("version"),
        row.instant("created_at"),
        row.text("plan_code"),
        row.number("plan_year"),
        row.text("area"),
        row.choice(Kind.class, "kind"),
        row.text("category"),
        new Source(
            row.uuid("source_id"),
            row.text("source_no"),
            row.number("decision_no"),
            row.number("payee_no")),
        payee == null ? null : PersonKey.of(payee),
        row.money("amount"),
        row.choice(PayoutStatus.class, "status"),
        hold == null ? null : HoldReason.valueOf(hold),
        row.findDate("paid_on"));
  }
}
