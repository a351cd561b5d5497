package org.gonghui.acceptance.bench.lists;

import java.sql.Connection;
import java.sql.SQLException;
import org.gonghui.acceptance.bench.Workbench;

/**
 * Paid claims of years long past with the entries that statistics add up, written by SQL once and
 * kept: 200,000 a year in as many towns as there are employers' areas. They repeat one real claim.
 */
final class FormerYears {
  static final int FIRST = 2001;
  static final int YEARS = 5;
  static final int CLAIMS_A_YEAR = 200_000;
  private static final String CLAIMS =
      """
      with model as (select * from claim where kind = 'HOSPITAL' and status in ('APPROVED', 'PAID')
          order by id limit 1),
        town as materialized (
          select area, employer, row_number() over (order by employer) - 1 as n
          from (select distinct area, employer from claim where employer is not null) known)
      insert into claim (id, no, plan_code, plan_year, kind, person_key, area, employer, event_date,
        status, channel, claimant, from_partner, facts, asked, granted, decision_no, filed_by,
        judged_at, paid_on, created_at)
      select uuidv7(), 'BY-%1$d-' || i, m.plan_code, %1$d, m.kind, m.person_key || i, t.area,
        t.employer, date '%1$d-01-01' + i %% 330, 'PAID', m.channel, m.claimant, m.from_partner,
        m.facts, 4600, 100 + i %% 3000, 1, m.filed_by, m.judged_at, date '%1$d-02-01' + i %% 330,
        now()
      from model m, generate_series(1, %2$d) i
      join town t on t.n = i %% (select count(*) from town)
      """;
  private static final String BOOKS =
      """
      insert into claim_entry (claim_id, claim_no, plan_code, plan_year, area, employer, kind,
        channel, event_date, paid_on, visits, count, amount)
      select id, no, plan_code, plan_year, area, employer, kind, channel, event_date, paid_on,
        visit_count, 1, granted
      from claim where plan_year = %1$d and no like 'BY-%%';
      insert into payout_entry (id, payout_id, attempt_id, proof_id, plan_code, plan_year, area,
        category, source_id, amount, value_date, recorded_at)
      select uuidv7(), id, id, id, plan_code, plan_year, area, kind, id, granted, paid_on, now()
      from claim where plan_year = %1$d and no like 'BY-%%';
      insert into high_out_of_pocket (person_key, plan_year, rest, told_at)
      select person_key, plan_year, 30000, now() from claim
      where plan_year = %1$d and no like 'BY-%%' limit 2000 on conflict do nothing
      """;
  private final Workbench bench;

  FormerYears(Workbench bench) {
    this.bench = bench;
  }

  boolean has(int year) {
    try (var database = database();
        var query = database.createStatement();
        var answer =
            query.executeQuery(
                "select exists (select from claim where plan_year = %d)".formatted(year))) {
      answer.next();
      return answer.getBoolean(1);
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  void ensure(int years) {
    for (var year = FIRST; year < FIRST + years; year++) {
      if (!has(year)) {
        write(year);
      }
    }
  }

  private void write(int year) {
    try (var database = database();
        var statement = database.createStatement()) {
      // The entries of payments stand alone here, without the attempts that they come from.
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off");
      statement.execute(CLAIMS.formatted(year, CLAIMS_A_YEAR));
      statement.execute(BOOKS.formatted(year));
      statement.execute("vacuum analyze claim, claim_entry, payout_entry");
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private Connection database() {
    return bench.database("mutual_insurance");
  }
}
