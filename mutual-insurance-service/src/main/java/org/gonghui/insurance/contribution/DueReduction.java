package org.gonghui.insurance.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
  private final Allocations allocations;
  private final UnionSubsidies subsidies;
  private final Funds funds;
  private final PlanYears years;
  private final Sql sql;
  private final Clock clock;

  DueReduction(
      Dues dues,
      DuePayment payment,
      Allocations allocations,
      UnionSubsidies subsidies,
      Funds funds,
      PlanYears years,
      Sql sql,
      Clock clock) {
    this.dues = dues;
    this.payment = payment;
    this.allocations = allocations;
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
      takeOff(due, split.union());
      proposeRefund(due, enrolment, split.transferred(), withdrawn.by());
    } else {
      reduce(due, split.transferred(), split.union(), withdrawn.on());
    }
  }

  private void takeOff(ContributionDue due, Money union) {
    sql.update(
        "update contribution_due set union_share = union_share - ?, heads = heads - 1,"
            + " version = version + 1 where id = ?",
        union,
        due.id());
    if (union.isPositive()) {
      funds.giveBack(due.planCode(), union);
    }
  }

  private void reduce(ContributionDue due, Money transferred, Money union, LocalDate on) {
    var payable = due.payable().minus(transferred);
    var surplus = due.paid().minus(payable).max(Money.ZERO);
    allocations.takeBack(due, surplus);
    if (surplus.isPositive()) {
      funds.giveBack(due.planCode(), surplus);
    }
    var paidOn = due.paidOn();
    var day = paidOn == null ? on : paidOn;
    sql.update(
        """
        update contribution_due set payable = ?, paid = paid - ?, union_share = union_share - ?,
          heads = heads - 1, version = version + 1, paid_on = case
            when heads > 1 and paid - ? = ? then coalesce(paid_on, ?) else paid_on end,
          status = case when heads = 1 then 'CANCELLED'
            when paid - ? = ? then 'PAID' else status end
        where id = ?
        """,
        payable,
        surplus,
        union,
        surplus,
        payable,
        day,
        surplus,
        payable,
        due.id());
    if (dues.require(due.id()).status() == DueStatus.PAID) {
      payment.complete(List.of(new DuePayment.Paid(due.id(), Money.ZERO, day)));
    }
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
}
