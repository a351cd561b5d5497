package org.gonghui.acceptance.bench.money;

import java.sql.SQLException;
import org.gonghui.acceptance.bench.BenchTown;
import org.gonghui.acceptance.bench.Workbench;

/**
 * Granted claims with payouts that wait for a batch, written by SQL: how they came about is not
 * what is measured. They repeat one real claim, with the accounts of the town's members in turn.
 */
final class ReadyPayouts {
  private static final String CLAIMS =
      """
      with model as (
          select * from claim
          where plan_year = %1$d and kind = 'HOSPITAL' and status in ('APPROVED', 'PAID') limit 1),
        payee as materialized (
          select person_key, row_number() over (order by person_key) - 1 as n
          from payee_account where status = 'CONFIRMED' limit 4000)
      insert into claim (id, no, plan_code, plan_year, kind, person_key, area, event_date, status,
        channel, claimant, from_partner, facts, granted, filed_by, judged_at, created_at)
      select uuidv7(), '%2$s-' || i, m.plan_code, m.plan_year, m.kind, p.person_key, '%2$s',
        m.event_date, 'APPROVED', m.channel, m.claimant, m.from_partner, m.facts, 0.10, m.filed_by,
        m.judged_at, now()
      from model m, generate_series(1, %3$d) i
      join payee p on p.n = i %% (select count(*) from payee)
      """;
  private static final String PAYOUTS =
      """
      insert into payout (id, created_at, plan_code, plan_year, area, kind, category, source_id,
        source_no, decision_no, payee_no, payee_key, payee_name, amount, status)
      select uuidv7(), now(), c.plan_code, c.plan_year, c.area, 'BENEFIT', c.kind, c.id, c.no, 1, 1,
        c.person_key, (select payee_name from payout limit 1), c.granted, 'READY'
      from claim c where c.area = '%s'
      """;

  private ReadyPayouts() {}

  static void write(Workbench bench, String area, int count) {
    try (var database = bench.database("mutual_insurance");
        var statement = database.createStatement()) {
      var claims = statement.executeUpdate(CLAIMS.formatted(BenchTown.YEAR, area, count));
      var payouts = statement.executeUpdate(PAYOUTS.formatted(area));
      if (claims != count || payouts != count) {
        throw new IllegalStateException("%d claims, %d payouts".formatted(claims, payouts));
      }
      statement.execute("vacuum analyze claim, payout");
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
