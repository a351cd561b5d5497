package org.gonghui.insurance.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYearClosing;
import org.gonghui.insurance.sql.Sql;

/** Counts what of a year is not settled yet. */
@ApplicationScoped
class OpenItems {
  private final Sql sql;

  OpenItems(Sql sql) {
    this.sql = sql;
  }

  void count(@Observes PlanYearClosing closing) {
    for (var item : Item.values()) {
      closing.report(item.name(), count(item, closing.year()));
    }
  }

  private long count(Item item, PlanYear year) {
    return sql.list(
            "with y as (select ?::uuid as id, ?::text as plan_code, ?::int as year) " + item.query,
            row -> row.big("n"),
            year.id(),
            year.planCode(),
            year.year())
        .getFirst();
  }

  /** What may be open; each query counts it for the year {@code y}. */
  private enum Item {
    ROSTERS(
        """
        select count(*) as n from enrolment_batch b join y on b.plan_code = y.plan_code
          and b.plan_year = y.year
        where b.status not in ('APPLIED', 'CANCELLED', 'UNREADABLE')
        """),
    DUES(
        """
        select count(*) as n from contribution_due d join y on d.plan_code = y.plan_code
          and d.plan_year = y.year
        where d.status in ('ISSUED', 'PARTLY_PAID')
        """),
    /** Money of the year's days that waits for a due or a refund, whoever sent it. */
    RECEIPTS(
        """
        select count(*) as n from receipt r, y join plan_year p on p.id = y.id
        where r.value_date >= p.enrol_open and r.value_date < p.cover_until
          and r.allocated + r.refunded < r.amount
        """),
    REFUNDS(
        """
        select count(*) as n from refund r join contribution_due d on d.id = r.due_id
          join y on d.plan_code = y.plan_code and d.plan_year = y.year
        where r.status = 'PROPOSED'
        """),
    ANNULMENTS(
        """
        select count(*) as n from annulment a
          join enrolment e on e.id = a.enrolment_id and e.version = a.enrolment_version
          join y on e.plan_code = y.plan_code and e.plan_year = y.year
        where a.status = 'PROPOSED'
        """),
    CLAIMS(
        """
        select count(*) as n from claim c join y on c.plan_code = y.plan_code
          and c.plan_year = y.year
        where c.status in ('DRAFT', 'INCOMPLETE', 'IN_REVIEW', 'SECOND_REVIEW', 'APPROVED')
        """),
    REVERSALS(
        """
        select count(*) as n from reversal r join claim c on c.id = r.claim_id
          join y on c.plan_code = y.plan_code and c.plan_year = y.year
        where r.status = 'PROPOSED'
        """),
    CORRECTIONS(
        """
        select count(*) as n from correction_task t join claim c on c.id = t.claim_id
          join y on c.plan_code = y.plan_code and c.plan_year = y.year
        where t.closed_at is null
        """),
    PAYOUTS(
        """
        select count(*) as n from payout p join y on p.plan_code = y.plan_code
          and p.plan_year = y.year
        where p.status not in ('PAID', 'CANCELLED')
        """);

    private final String query;

    Item(String query) {
      this.query = query;
    }
  }
}
