package org.gonghui.insurance.contribution;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.enrolment.Enrolments;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Puts money on dues; only a due paid in full starts covers. */
@ApplicationScoped
class DuePayment {
  private final Dues dues;
  private final Enrolments enrolments;
  private final PlanYears years;
  private final UnionSubsidies subsidies;
  private final Funds funds;
  private final Sql sql;
  private final Outbox outbox;
  private final Clock clock;

  DuePayment(
      Dues dues,
      Enrolments enrolments,
      PlanYears years,
      UnionSubsidies subsidies,
      Funds funds,
      Sql sql,
      Outbox outbox,
      Clock clock) {
    this.dues = dues;
    this.enrolments = enrolments;
    this.years = years;
    this.subsidies = subsidies;
    this.funds = funds;
    this.sql = sql;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** So much on one due, with the value date of its receipt. */
  record Paid(UUID dueId, Money amount, LocalDate valueDate) {}

  /** Adds the amounts; the caller holds the locks of the dues. */
  void pay(List<Paid> payments) {
    sql.updateAll(
        """
        update contribution_due set paid = paid + ?, version = version + 1, paid_on =
          greatest(paid_on, ?), status = case when paid + ? = payable then 'PAID' else 'PARTLY_PAID' end
        where id = ? and status in ('ISSUED', 'PARTLY_PAID')
        """,
        payments.stream().map(DuePayment::arguments).toList());
    complete(payments);
  }

  /** Starts the covers of those dues that have nothing left to pay. */
  void complete(List<Paid> payments) {
    var byId = new LinkedHashMap<UUID, LocalDate>();
    payments.forEach(paid -> byId.merge(paid.dueId(), paid.valueDate(), DuePayment::later));
    sql.updateAll(
        "update contribution_due set status = 'PAID', paid_on = ? where id = ?"
            + " and payable = 0 and status = 'ISSUED'",
        payments.stream()
            .filter(paid -> paid.amount().isZero())
            .map(paid -> new @Nullable Object[] {paid.valueDate(), paid.dueId()})
            .toList());
    var complete =
        dues.lock(byId.keySet()).stream().filter(due -> due.status() == DueStatus.PAID).toList();
    startCovers(complete);
    var union = Money.sum(complete.stream().map(ContributionDue::unionShare).toList());
    var received = Money.sum(payments.stream().map(Paid::amount).toList()).plus(union);
    if (received.isPositive()) {
      funds.receive(PlanYear.MEDICAL, received);
    }
  }

  private void startCovers(List<ContributionDue> complete) {
    var events = new ArrayList<ContributionEvent>();
    complete.stream()
        .collect(groupingBy(due -> new Start(due.planCode(), due.planYear(), paidOn(due))))
        .forEach(
            (start, paid) ->
                enrolments.startCovers(
                    years.require(start.planCode(), start.planYear()),
                    paid.stream().map(ContributionDue::id).toList(),
                    start.paidOn()));
    for (var due : complete) {
      if (due.unionShare().isPositive()) {
        subsidies.spend(due.batchId());
      }
      events.add(paid(due));
    }
    outbox.recordAll(events);
  }

  private ContributionEvent paid(ContributionDue due) {
    return new ContributionEvent.DuePaid(
        due.id(),
        due.batchId(),
        due.employer(),
        due.area(),
        due.planYear(),
        due.heads(),
        due.payable(),
        due.unionShare(),
        paidOn(due),
        clock.instant());
  }

  private static LocalDate paidOn(ContributionDue due) {
    var day = due.paidOn();
    return day == null ? due.payBy() : day;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static @Nullable Object[] arguments(Paid paid) {
    return new @Nullable Object[] {paid.amount(), paid.valueDate(), paid.amount(), paid.dueId()};
  }

  private record Start(String planCode, int planYear, LocalDate paidOn) {}
}
