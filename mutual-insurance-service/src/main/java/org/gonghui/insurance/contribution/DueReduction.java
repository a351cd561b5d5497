package org.gonghui.insurance.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.enrolment.Enrolment;
import org.gonghui.insurance.enrolment.EnrolmentWithdrawn;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.Uuid7;

/** Takes a withdrawn head off its due; what was paid for it is freed or proposed for refund. */
@ApplicationScoped
class DueReduction {
  private final Dues dues;
  private final DuePayment payment;
  private final UnionSubsidies subsidies;
  private final Funds funds;
  private final PlanYears years;
  private final Sql sql;
  private final Clock clock;

  DueReduction(
      Dues dues,
      DuePayment payment,
      UnionSubsidies subsidies,
      Funds funds,
      PlanYears years,
      Sql sql,
      Clock clock) {
    this.dues = dues;
    this.payment = payment;
    this.subsidies = subsidies;
    this.funds = funds;
    this.years = years;
    this.sql = sql;
    this.clock = clock;
  }

  void follow(@Observes EnrolmentWithdrawn withdrawn) {
    var enrolment = withdrawn.enrolment();
    var due = dues.lock(List.of(enrolment.dueId())).getFirst();
    var split =
        years.require(enrolment.planCode(), enrolment.planYear()).split(enrolment.splitCode());
    subsidies.release(due.batchId(), split.union());
    if (withdrawn.wasPaid()) {
      giveBackUnionShare(due, split.union());
      proposeRefund(due, enrolment, split.transferred(), withdrawn.by());
    } else {
      reduce(due, split.transferred(), split.union());
    }
  }

  private void giveBackUnionShare(ContributionDue due, Money union) {
    if (union.isPositive()) {
      funds.giveBack(due.planCode(), union);
      sql.update(
          "update contribution_due set union_share = union_share - ?, heads = heads - 1"
              + " where id = ?",
          union,
          due.id());
    }
  }

  private void reduce(ContributionDue due, Money transferred, Money union) {
    var payable = due.payable().minus(transferred);
    var surplus = due.paid().minus(payable).max(Money.ZERO);
    if (surplus.isPositive()) {
      free(due, surplus);
    }
    sql.update(
        """
        update contribution_due set payable = ?, paid = paid - ?, union_share = union_share - ?,
          heads = heads - 1, version = version + 1,
          status = case when heads = 1 then 'CANCELLED'
            when paid - ? = ? and paid > 0 then 'PAID' else status end
        where id = ?
        """,
        payable,
        surplus,
        union,
        surplus,
        payable,
        due.id());
    var reduced = dues.require(due.id());
    if (reduced.status() == DueStatus.PAID) {
      var paidOn = reduced.paidOn();
      var day = paidOn == null ? LocalDate.now(clock) : paidOn;
      payment.complete(List.of(new DuePayment.Paid(due.id(), Money.ZERO, day)));
    }
  }

  /** The last money first: it waits on its receipt for another due or a refund. */
  private void free(ContributionDue due, Money surplus) {
    var rest = surplus;
    var live =
        sql.list(
            "select id, receipt_id, amount from receipt_allocation where due_id = ?"
                + " and state = 'LIVE' order by created_at desc, id desc for update",
            row -> new Live(row.uuid("id"), row.uuid("receipt_id"), row.money("amount")),
            due.id());
    for (var allocation : live) {
      var taken = rest.min(allocation.amount());
      if (taken.isPositive()) {
        take(allocation, taken);
        rest = rest.minus(taken);
      }
    }
    funds.giveBack(due.planCode(), surplus);
  }

  private void take(Live allocation, Money taken) {
    sql.update(
        """
        update receipt_allocation set
          state = case when amount = ? then 'DISMISSED' else state end,
          amount = case when amount = ? then amount else amount - ? end
        where id = ?
        """,
        taken,
        taken,
        taken,
        allocation.id());
    sql.update(
        "update receipt set allocated = allocated - ?, version = version + 1 where id = ?",
        taken,
        allocation.receiptId());
  }

  private void proposeRefund(ContributionDue due, Enrolment enrolment, Money amount, String by) {
    if (amount.isZero()) {
      return;
    }
    sql.update(
        """
        insert into refund (id, due_id, receipt_id, enrolment_id, employer, area, amount, reason,
          status, maker, created_at)
        values (?, ?, (select receipt_id from receipt_allocation where due_id = ?
            and state = 'LIVE' order by created_at desc, id desc limit 1),
          ?, ?, ?, ?, 'WITHDRAWN_BEFORE_COVER', 'PROPOSED', ?, ?)
        """,
        Uuid7.next(),
        due.id(),
        due.id(),
        enrolment.id(),
        due.employer(),
        due.area(),
        amount,
        by,
        clock.instant());
  }

  private record Live(UUID id, UUID receiptId, Money amount) {}
}
