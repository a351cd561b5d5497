package org.gonghui.insurance.expiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.job.RecurringWork;
import org.gonghui.kit.policy.Policies;
import org.gonghui.kit.time.ClockProducer;

/**
 * Forgets the numbers of settlements that were never processed: without cover after some days,
 * without consent when nothing could be claimed any more.
 */
@Singleton
public class UnprocessedSettlements implements RecurringWork {
  private static final String POLICY = "unprocessed-settlements";

  private final Policies policies;
  private final Sql sql;

  UnprocessedSettlements(Policies policies, Sql sql) {
    this.policies = policies;
    this.sql = sql;
  }

  @Override
  public String name() {
    return POLICY;
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(6);
  }

  @Override
  @Transactional
  public void run(Instant now) {
    var today = LocalDate.ofInstant(now, ClockProducer.ZONE);
    var keeping = policies.inForce(POLICY, today, Keeping.class);
    sql.update(
        "delete from settlement where status = 'NOT_COVERED' and received_on < ?",
        today.minusDays(keeping.notCoveredDays()));
    // The day of discharge was not kept; it was not after the day on which the number came.
    sql.update(
        """
        delete from settlement s where s.status = 'NO_CONSENT' and not exists (
          select from enrolment e
          join plan_year y on y.plan_code = e.plan_code and y.year = e.plan_year
          join plan_version v on v.plan_year_id = y.id and v.status = 'IN_FORCE'
          where e.person_key = s.person_key and e.cover_from < e.cover_until
            and (s.received_on + (v.terms #>> '{claims,windowDays}')::int >= ?
              or e.cover_until + make_interval(
                months => (v.terms #>> '{claims,windowMonthsAfterCover}')::int) >= ?))
        """,
        today,
        today);
  }

  /** How long a number is kept for nothing. */
  record Keeping(int notCoveredDays) {}
}
