package org.gonghui.insurance.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;

/** What receipts pay on dues, and how it is taken off them again. */
@ApplicationScoped
public class Allocations {
  private final Sql sql;

  Allocations(Sql sql) {
    this.sql = sql;
  }

  /** So much came back to a receipt, where it waits for another due or a refund. */
  public record Freed(UUID receiptId, Money amount) {}

  /** Takes an amount off a due, the last money first; the caller corrects the due itself. */
  @com.google.errorprone.annotations.CanIgnoreReturnValue
  public List<Freed> takeBack(ContributionDue due, Money amount) {
    var freed = new ArrayList<Freed>();
    var rest = amount;
    for (var live : amount.isPositive() ? live(due) : List.<Live>of()) {
      var taken = rest.min(live.amount());
      if (taken.isPositive()) {
        take(live, taken);
        freed.add(new Freed(live.receiptId(), taken));
        rest = rest.minus(taken);
      }
    }
    return freed;
  }

  private List<Live> live(ContributionDue due) {
    return sql.list(
        "select id, receipt_id, amount from receipt_allocation where due_id = ?"
            + " and state = 'LIVE' order by created_at desc, id desc for update",
        row -> new Live(row.uuid("id"), row.uuid("receipt_id"), row.money("amount")),
        due.id());
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

  private record Live(UUID id, UUID receiptId, Money amount) {}
}
