package org.gonghui.insurance.treasury;

import static org.gonghui.insurance.contribution.ContributionProblems.OVER_ALLOCATED;
import static org.gonghui.kit.money.Money.INVALID_AMOUNT;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;
import static org.gonghui.kit.problem.Problems.illegalTransition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.contribution.ContributionDue;
import org.gonghui.insurance.contribution.Dues;
import org.gonghui.insurance.contribution.Receipts;
import org.gonghui.insurance.payout.SourcesPaid;
import org.gonghui.insurance.payout.SourcesReturned;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** All refunds: of a surplus that no due takes, or of a head withdrawn before its cover. */
@ApplicationScoped
class Refunds {
  private final Dues dues;
  private final Receipts receipts;
  private final RefundPayment payment;
  private final Sql sql;
  private final Audit audit;
  private final Clock clock;

  Refunds(Dues dues, Receipts receipts, RefundPayment payment, Sql sql, Audit audit, Clock clock) {
    this.dues = dues;
    this.receipts = receipts;
    this.payment = payment;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  Refund require(UUID id) {
    return sql.find("select * from refund where id = ?", Refunds::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such refund"));
  }

  List<Refund> list(String areas) {
    return sql.list(
        "select * from refund where area like ? order by id desc limit 200", Refunds::read, areas);
  }

  /** Proposes to send back what waits on a receipt of this due's employer. */
  Refund propose(ContributionDue due, UUID receiptId, Money amount, String reason, Caller caller) {
    if (!amount.isPositive()) {
      throw INVALID_AMOUNT.at("/amount", "more than 0.00");
    }
    var receipt = receipts.require(receiptId);
    var owner = receipt.employer();
    if (owner == null || !owner.equals(due.employer().value())) {
      throw NOT_FOUND.because("the receipt is not this employer's");
    }
    if (amount.isMoreThan(receipt.free())) {
      throw OVER_ALLOCATED.because("the receipt has %s left", receipt.free());
    }
    var id = Uuid7.next();
    sql.update(
        """
        insert into refund (id, due_id, receipt_id, employer, area, amount, reason, status, maker,
          created_at) values (?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?)
        """,
        id,
        due.id(),
        receiptId,
        due.employer(),
        due.area(),
        amount,
        reason,
        caller.subject(),
        clock.instant());
    audit.record(Act.of("refund-proposed", "refund", id, due.area()));
    return require(id);
  }

  Refund approve(Refund seen, Caller caller) {
    decide(seen, Refund.Status.APPROVED, "refund-approved", null, caller);
    payment.open(seen);
    return require(seen.id());
  }

  /** The money stays where it is. */
  Refund refuse(Refund seen, String reason, Caller caller) {
    decide(seen, Refund.Status.REFUSED, "refund-refused", reason, caller);
    return require(seen.id());
  }

  private void decide(
      Refund seen, Refund.Status next, String action, @Nullable String reason, Caller caller) {
    if (seen.maker().equals(caller.subject())) {
      throw MAKER_IS_CHECKER.because("you proposed this yourself");
    }
    if (!seen.status().next().contains(next)) {
      throw illegalTransition(seen.status(), next, seen.status().next());
    }
    var changed =
        sql.update(
            """
            update refund set status = ?, checker = ?, version = version + 1
            where id = ? and version = ? and status = 'PROPOSED'
            """,
            next,
            caller.subject(),
            seen.id(),
            seen.version());
    if (changed != 1) {
      throw STALE_VERSION.because("the refund was decided meanwhile");
    }
    audit.record(new Act(action, "refund", seen.id(), seen.area(), reason, Map.of(), Map.of()));
  }

  /** The bank has paid it. */
  void paid(@Observes SourcesPaid sources) {
    move(sources.paidOn().keySet(), Refund.Status.APPROVED, Refund.Status.PAID);
  }

  /** The bank gave it back; its payout goes out again. */
  void returned(@Observes SourcesReturned sources) {
    move(sources.sourceIds(), Refund.Status.PAID, Refund.Status.APPROVED);
  }

  private void move(Collection<UUID> ids, Refund.Status from, Refund.Status to) {
    sql.update(
        "update refund set status = ?, version = version + 1"
            + " where status = ? and id = any (?::uuid[])",
        to,
        from,
        ids.stream().map(UUID::toString).toArray(String[]::new));
  }

  private static Refund read(Row row) {
    return new Refund(
        row.uuid("id"),
        row.number("version"),
        row.uuid("due_id"),
        row.findUuid("receipt_id"),
        row.findUuid("enrolment_id"),
        row.employer("employer"),
        row.text("area"),
        row.money("amount"),
        row.text("reason"),
        row.choice(Refund.Status.class, "status"),
        row.text("maker"));
  }
}
