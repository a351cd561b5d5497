package org.gonghui.insurance.enrolment;

import static org.gonghui.insurance.enrolment.EnrolmentProblems.ANNULMENT_OPEN;
import static org.gonghui.insurance.enrolment.EnrolmentProblems.COVER_STARTED;
import static org.gonghui.insurance.enrolment.EnrolmentStatus.PAID;
import static org.gonghui.insurance.enrolment.EnrolmentStatus.TERMINATED;
import static org.gonghui.insurance.enrolment.EnrolmentStatus.WITHDRAWN;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.insurance.plan.RecordTime;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** How enrolments end before their time: withdrawn before cover, or annulled. */
@ApplicationScoped
class Endings {
  private final Enrolments enrolments;
  private final PlanYears years;
  private final RecordTime time;
  private final Sql sql;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;
  private final Event<EnrolmentWithdrawn> withdrawn;
  private final Event<EnrolmentAnnulled> annulled;

  Endings(
      Enrolments enrolments,
      PlanYears years,
      RecordTime time,
      Sql sql,
      Outbox outbox,
      Audit audit,
      Clock clock,
      Event<EnrolmentWithdrawn> withdrawn,
      Event<EnrolmentAnnulled> annulled) {
    this.enrolments = enrolments;
    this.years = years;
    this.time = time;
    this.sql = sql;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.withdrawn = withdrawn;
    this.annulled = annulled;
  }

  Enrolment withdraw(
      Enrolment enrolment, String reason, @Nullable Instant declaredAt, Caller caller) {
    enrolment.requireMayBecome(WITHDRAWN);
    var year = years.require(enrolment.planCode(), enrolment.planYear());
    var day = LocalDate.ofInstant(time.judge(year, declaredAt), ClockProducer.ZONE);
    if (!day.isBefore(enrolment.cover().from())) {
      throw COVER_STARTED.because("the cover starts on %s", enrolment.cover().from());
    }
    requireOne(
        sql.update(
            """
            update enrolment set status = 'WITHDRAWN', status_reason = ?, version = version + 1
            where id = ? and version = ? and status = ?
            """,
            reason,
            enrolment.id(),
            enrolment.version(),
            enrolment.status()));
    withdrawn.fire(
        new EnrolmentWithdrawn(enrolment, enrolment.status() == PAID, day, caller.subject()));
    note("enrolment-withdrawn", enrolment, reason);
    return enrolments.require(enrolment.id());
  }

  Enrolment proposeAnnulment(Enrolment enrolment, String reason, Caller caller) {
    enrolment.requireMayBecome(TERMINATED);
    var added =
        sql.update(
            """
            insert into annulment as known (id, enrolment_id, enrolment_version, reason, status,
              maker, created_at) values (?, ?, ?, ?, 'PROPOSED', ?, ?)
            on conflict (enrolment_id) do update set enrolment_version = excluded.enrolment_version,
              reason = excluded.reason, maker = excluded.maker, created_at = excluded.created_at
            where known.status = 'PROPOSED'
              and known.enrolment_version <> excluded.enrolment_version
            """,
            Uuid7.next(),
            enrolment.id(),
            enrolment.version(),
            reason,
            caller.subject(),
            clock.instant());
    if (added != 1) {
      throw ANNULMENT_OPEN.because("an approver decides on it");
    }
    note("annulment-proposed", enrolment, reason);
    return enrolment;
  }

  Enrolment approveAnnulment(Enrolment enrolment, Caller caller) {
    enrolment.requireMayBecome(TERMINATED);
    var proposal =
        sql.find(
                "select * from annulment where enrolment_id = ? and status = 'PROPOSED'",
                row ->
                    new Proposal(
                        row.number("enrolment_version"), row.text("maker"), row.text("reason")),
                enrolment.id())
            .orElseThrow(() -> STALE_VERSION.because("no annulment is proposed"));
    if (proposal.maker().equals(caller.subject())) {
      throw MAKER_IS_CHECKER.because("you proposed this yourself");
    }
    if (proposal.version() != enrolment.version()) {
      throw STALE_VERSION.because("the enrolment has changed since the proposal");
    }
    sql.update(
        "update annulment set status = 'APPROVED', checker = ? where enrolment_id = ?",
        caller.subject(),
        enrolment.id());
    requireOne(
        sql.update(
            """
            update enrolment set status = 'TERMINATED', status_reason = 'ANNULLED',
              cover_until = cover_from, version = version + 1
            where id = ? and version = ?
            """,
            enrolment.id(),
            enrolment.version()));
    var empty = enrolments.require(enrolment.id());
    outbox.record(Enrolments.ended(empty, "ANNULLED", clock.instant()));
    annulled.fire(new EnrolmentAnnulled(empty, proposal.reason()));
    note("enrolment-annulled", empty, proposal.reason());
    return empty;
  }

  private void note(String action, Enrolment enrolment, String reason) {
    audit.record(
        new Act(action, "enrolment", enrolment.id(), enrolment.area(), reason, Map.of(), Map.of()));
  }

  private static void requireOne(int changed) {
    if (changed != 1) {
      throw STALE_VERSION.because("the enrolment has changed meanwhile");
    }
  }

  private record Proposal(int version, String maker, String reason) {}
}
