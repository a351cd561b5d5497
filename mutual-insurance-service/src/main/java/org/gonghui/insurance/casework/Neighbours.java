package org.gonghui.insurance.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.insurance.bill.Bills;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.settlement.Stay;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;

/** What is known beside a stay: the person's other stays, and others who claim its invoice. */
@ApplicationScoped
public class Neighbours {
  private final Sql sql;
  private final Bills bills;

  Neighbours(Sql sql, Bills bills) {
    this.sql = sql;
    this.bills = bills;
  }

  Found of(Claim claim, Stay stay) {
    var person = claim.head().personKey();
    var others = new ArrayList<OtherStay>();
    var shared = new boolean[1];
    sql.each(
        """
        select c.stay_from, c.stay_until, c.total_cost, exists (
          select from bill b where b.invoice_index = ? and b.person_key <> ?) as shared
        from (values (1)) one
        left join claim c on c.person_key = ? and c.kind = 'HOSPITAL' and c.id <> ?
          and c.status not in ('REFUSED', 'WITHDRAWN', 'EXPIRED', 'REVERSED')
        """,
        row -> {
          shared[0] = row.flag("shared");
          if (row.findDate("stay_from") != null) {
            others.add(
                new OtherStay(
                    row.date("stay_from"), row.date("stay_until"), row.money("total_cost")));
          }
        },
        bills.invoiceIndexOf(stay.providerCode(), stay.invoiceNo()),
        person,
        person,
        claim.id());
    return new Found(others, shared[0]);
  }

  /** The other live stays, and whether another person claims the same invoice. */
  record Found(List<OtherStay> others, boolean sharesInvoice) {}

  /** Another stay of the same person. */
  record OtherStay(LocalDate from, LocalDate until, Money total) {}
}
