package org.gonghui.insurance.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.casework.Casework;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.timeline.ClaimSteps;
import org.gonghui.kit.calendar.Deadline;
import org.gonghui.kit.calendar.WorkingDays;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** What people have to look at again: a decided claim, why, and what the engine would now give. */
@ApplicationScoped
public class CorrectionTasks {
  private final Sql sql;
  private final Casework casework;
  private final WorkingDays calendar;
  private final ClaimSteps steps;
  private final Clock clock;

  CorrectionTasks(Sql sql, Casework casework, WorkingDays calendar, ClaimSteps steps, Clock clock) {
    this.sql = sql;
    this.casework = casework;
    this.calendar = calendar;
    this.steps = steps;
    this.clock = clock;
  }

  /** Why a decided claim is looked at again. */
  public enum Cause {
    SETTLEMENT_CHANGED,
    SETTLEMENT_VOIDED,
    COVER_ANNULLED
  }

  /** Opens a task, once as long as it is open. */
  public void open(
      Claim claim, Cause cause, @Nullable UUID settlementId, Money expected, String by) {
    var now = clock.instant();
    var days = casework.open(claim).terms().claims().reviewWorkingDays();
    var due =
        Deadline.workingDays(days).lastDay(LocalDate.ofInstant(now, ClockProducer.ZONE), calendar);
    var opened =
        sql.update(
            """
            insert into correction_task (id, claim_id, settlement_id, cause, expected, due_on,
              created_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            Uuid7.next(),
            claim.id(),
            settlementId,
            cause,
            expected,
            due,
            now);
    if (opened == 1) {
      var delta = expected.minus(claim.granted()).toString();
      steps.add(claim, "CORRECTION_PROPOSED", by, Map.of("cause", cause.name(), "delta", delta));
    }
  }
}
