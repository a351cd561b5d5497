package org.gonghui.insurance.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.contribution.Receipts;
import org.gonghui.insurance.contribution.Receipts.Credit;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;

/** Hands the money that came in over to the contributions. */
@ApplicationScoped
public class Credits {
  private static final int AT_ONCE = 1_000;

  private final Sql sql;
  private final Party.Safe safe;
  private final Receipts receipts;

  Credits(Sql sql, Party.Safe safe, Receipts receipts) {
    this.sql = sql;
    this.safe = safe;
    this.receipts = receipts;
  }

  void book(UUID statementId) {
    var some = new ArrayList<Credit>();
    sql.each(
        "select * from statement_line where statement_id = ? and use = 'RECEIPT' order by line",
        row -> {
          some.add(credit(row));
          if (some.size() == AT_ONCE) {
            var _ = receipts.book(List.copyOf(some));
            some.clear();
          }
        },
        statementId);
    if (!some.isEmpty()) {
      var _ = receipts.book(List.copyOf(some));
    }
  }

  private Credit credit(Row row) {
    var party = safe.open(row.bytes("party"));
    return new Credit(
        row.text("account"),
        row.text("bank_ref"),
        row.date("value_date"),
        row.money("amount"),
        party.name(),
        party.account(),
        party.remark());
  }
}
