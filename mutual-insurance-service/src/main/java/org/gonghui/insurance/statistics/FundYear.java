package org.gonghui.insurance.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import org.gonghui.insurance.contribution.Funds;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;

/** What the fund held before and after a plan year: its opening, and what each year brought. */
@ApplicationScoped
public class FundYear {
  private final Funds funds;
  private final Sql sql;

  FundYear(Funds funds, Sql sql) {
    this.funds = funds;
    this.sql = sql;
  }

  Balance balance(Scope scope, String planCode) {
    var opening = funds.require(planCode).opening().plus(moved(scope, planCode, "<"));
    return new Balance(opening, opening.plus(moved(scope, planCode, "=")));
  }

  private Money moved(Scope scope, String planCode, String years) {
    return sql.list(
            """
            select coalesce(sum(amount), 0) as n from fund_entry
            where plan_code = ? and plan_year %s ?
              and (?::timestamptz is null or recorded_at <= ?)
            """
                .formatted(years),
            row -> row.money("n"),
            planCode,
            scope.year(),
            scope.asOf(),
            scope.asOf())
        .getFirst();
  }

  /** Before and after. */
  record Balance(Money opening, Money closing) {}
}
