package org.gonghui.insurance.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import org.gonghui.insurance.batch.BatchMoved;
import org.gonghui.insurance.batch.EnrolmentBatch;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.ClockProducer;

/** Follows batches: holds and frees the union's share, and issues one due per applied batch. */
@ApplicationScoped
class DueIssue {
  private final UnionSubsidies subsidies;
  private final DuePayment payment;
  private final PlanYears years;
  private final Sql sql;

  DueIssue(UnionSubsidies subsidies, DuePayment payment, PlanYears years, Sql sql) {
    this.subsidies = subsidies;
    this.payment = payment;
    this.years = years;
    this.sql = sql;
  }

  void follow(@Observes BatchMoved moved) {
    var batch = moved.batch();
    switch (moved.to()) {
      case SUBMITTED ->
          subsidies.reserve(batch.id(), batch.area(), batch.planYear(), batch.unionShare());
      case REJECTED, CANCELLED -> subsidies.releaseAll(batch.id());
      case APPLIED -> issue(batch);
      case CHECKING, CHECKED, UNREADABLE, APPROVED, APPLYING -> {}
    }
  }

  private void issue(EnrolmentBatch batch) {
    subsidies.shrinkTo(batch.id(), batch.unionShare());
    var heads = batch.counts().applied();
    if (heads == 0) {
      return;
    }
    var year = years.require(batch.planCode(), batch.planYear());
    var issuedOn = LocalDate.ofInstant(batch.declaredAt(), ClockProducer.ZONE);
    sql.update(
        """
        insert into contribution_due (id, reference, batch_id, plan_code, plan_year, employer,
          area, heads, payable, union_share, status, issued_at, pay_by, lapse_on)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ISSUED', ?, ?, ?)
        """,
        batch.dueId(),
        nextReference(batch.planYear()).text(),
        batch.id(),
        batch.planCode(),
        batch.planYear(),
        batch.employer(),
        batch.area(),
        heads,
        batch.payable(),
        batch.unionShare(),
        batch.declaredAt(),
        year.payBy(),
        issuedOn.plusDays(year.rules().lapseAfterDays()));
    if (batch.payable().isZero()) {
      payment.complete(List.of(new DuePayment.Paid(batch.dueId(), Money.ZERO, issuedOn)));
    }
  }

  private DueReference nextReference(int year) {
    var next =
        sql.list("select nextval('contribution_due_no') as n", row -> row.big("n")).getFirst();
    return DueReference.of(year, next);
  }
}
