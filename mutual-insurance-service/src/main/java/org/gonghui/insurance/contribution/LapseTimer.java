package org.gonghui.insurance.contribution;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.job.RecurringWork;
import org.gonghui.kit.time.ClockProducer;

/** Lets enrolments lapse whose due was not paid in time, and frees the union's share. */
@Singleton
public class LapseTimer implements RecurringWork {
  private static final int AT_ONCE = 500;

  private final Sql sql;
  private final UnionSubsidies subsidies;
  private final Allocations allocations;
  private final Funds funds;

  LapseTimer(Sql sql, UnionSubsidies subsidies, Allocations allocations, Funds funds) {
    this.sql = sql;
    this.subsidies = subsidies;
    this.allocations = allocations;
    this.funds = funds;
  }

  @Override
  public String name() {
    return "contribution-lapse";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  @Transactional
  public void run(Instant now) {
    var today = LocalDate.ofInstant(now, ClockProducer.ZONE);
    var overdue =
        sql.list(
            """
            select d.* from contribution_due d
            join plan_year y on y.plan_code = d.plan_code and y.year = d.plan_year
            where d.status in ('ISSUED', 'PARTLY_PAID') and d.lapse_on < ? and y.intake = 'LIVE'
            order by d.id limit ? for update of d skip locked
            """,
            Dues::read,
            today,
            AT_ONCE);
    overdue.forEach(this::lapse);
  }

  /** What was paid in part waits on its receipts for another due or a refund. */
  private void lapse(ContributionDue due) {
    sql.update(
        "update contribution_due set status = 'CANCELLED', paid = 0, version = version + 1"
            + " where id = ?",
        due.id());
    sql.update(
        "update enrolment set status = 'LAPSED', version = version + 1"
            + " where due_id = ? and status = 'PENDING_PAYMENT'",
        due.id());
    subsidies.releaseAll(due.batchId());
    if (due.paid().isPositive()) {
      allocations.takeBack(due, due.paid());
      funds.giveBack(due.planCode(), due.paid());
    }
  }
}
