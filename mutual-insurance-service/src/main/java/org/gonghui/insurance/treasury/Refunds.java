package org.gonghui.insurance.treasury;

import static org.gonghui.insurance.contribution.ContributionProblems.OVER_ALLOCATED;
import static org.gonghui.kit.money.Money.INVALID_AMOUNT;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.contribution.ContributionDue;
import org.gonghui.insurance.contribution.Dues;
import org.gonghui.insurance.contribution.Funds;
import org.gonghui.insurance.contribution.Receipts;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.Uuid7;

/** All refunds: of a surplus that no due takes, or of a head withdrawn before its cover. */
@ApplicationScoped
class Refunds {
  private final Dues dues;
  private final Receipts receipts;
  private final Funds funds;
  private final Sql sql;
  private final Audit audit;
  private final Clock clock;
  private final Event<RefundApproved> approved;

  Refunds(
      Dues dues,
      Receipts receipts,
      Funds funds,
      Sql sql,
      Audit audit,
      Clock clock,
      Event<RefundApproved> approved) {
    this.dues = dues;
    this.receipts = receipts;
    this.funds = funds;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
    this.approved = approved;
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
    if (seen.maker().equals(caller.subject())) {
      throw MAKER_IS_CHECKER.because("you proposed this yourself");
    }
    var changed =
        sql.update(
            """
            update refund set status = 'APPROVED', checker = ?, version = version + 1
            where id = ? and version = ? and status = 'PROPOSED'
            """,
            caller.subject(),
            seen.id(),
            seen.version());
    if (changed != 1) {
      throw STALE_VERSION.because("the refund was decided meanwhile");
    }
    var due = dues.require(seen.dueId());
    var receiptId = seen.receiptId();
    if (receiptId != null) {
      pay(seen, due, receiptId);
    }
    audit.record(Act.of("refund-approved", "refund", seen.id(), seen.area()));
    return require(seen.id());
  }

  /** A surplus leaves its receipt; a withdrawn head's money leaves the fund. */
  private void pay(Refund refund, ContributionDue due, UUID receiptId) {
    if (refund.enrolmentId() == null) {
      receipts.refund(receiptId, refund.amount());
    } else {
      funds.giveBack(due.planCode(), refund.amount());
    }
    var receipt = receipts.require(receiptId);
    approved.fire(
        new RefundApproved(
            refund.id(),
            refund.area(),
            due.planYear(),
            receipt.payerName(),
            receipt.payerAccount(),
            refund.amount()));
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
