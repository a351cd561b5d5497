package org.gonghui.insurance.contribution;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.job.RecurringWork;
import org.gonghui.kit.time.ClockProducer;

/** Lets enrolments lapse whose due was not paid in time, and frees the union's share. */
@Singleton
public class LapseTimer implements RecurringWork {
  private static final int AT_ONCE = 500;

  private final Sql sql;
  private final UnionSubsidies subsidies;

  LapseTimer(Sql sql, UnionSubsidies subsidies) {
    this.sql = sql;
    this.subsidies = subsidies;
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
    var lapsed =
        sql.list(
            """
            update contribution_due set status = 'CANCELLED', version = version + 1
            where id in (
              select d.id from contribution_due d
              join plan_year y on y.plan_code = d.plan_code and y.year = d.plan_year
              where d.status in ('ISSUED', 'PARTLY_PAID') and d.lapse_on < ? and y.intake = 'LIVE'
              order by d.id limit ? for update of d skip locked)
            returning id, batch_id
            """,
            row -> new Lapsed(row.uuid("id"), row.uuid("batch_id")),
            today,
            AT_ONCE);
    for (var due : lapsed) {
      sql.update(
          "update enrolment set status = 'LAPSED', version = version + 1"
              + " where due_id = ? and status = 'PENDING_PAYMENT'",
          due.id());
      subsidies.releaseAll(due.batchId());
    }
  }

  private record Lapsed(UUID id, UUID batchId) {}
}
