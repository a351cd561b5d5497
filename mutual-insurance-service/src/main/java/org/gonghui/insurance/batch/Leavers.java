package org.gonghui.insurance.batch;

import static org.gonghui.insurance.batch.BatchProblems.LEAVER_REASON_MISSING;
import static org.gonghui.insurance.batch.BatchProblems.NOT_A_LEAVER;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.problem.Fault;

/** People whom the employer enrolled last year and no longer names. */
@ApplicationScoped
public class Leavers {
  private static final String LEFT =
      """
      from live_roster(?, ?, ? - 1) e
      where not exists (select from person p
          where p.person_key = e.person_key and p.died_on is not null)
        and not exists (select from enrolment_row r
          where r.batch_id = ? and r.person_key = e.person_key)
        and not exists (select from enrolment n
          where n.person_key = e.person_key and n.plan_code = e.plan_code
            and n.plan_year = ? and n.status not in ('WITHDRAWN', 'LAPSED'))
      """;

  private final Sql sql;

  Leavers(Sql sql) {
    this.sql = sql;
  }

  /** Why somebody is no longer on the roster. */
  public enum Reason {
    RESIGNED,
    RETIRED,
    DIED,
    TRANSFERRED,
    DECLINED,
    ERROR
  }

  /** Who left, and why. */
  public interface Leaver {
    PersonKey personKey();

    Reason reason();
  }

  void requireReasons(EnrolmentBatch batch) {
    var missing =
        sql.list(
                "select count(*)::int as n "
                    + LEFT
                    + " and not exists (select from leaver_reason l join enrolment_batch b"
                    + " on b.id = l.batch_id where b.employer = ? and b.plan_year = ?"
                    + " and l.person_key = e.person_key)",
                row -> row.number("n"),
                batch.employer(),
                batch.planCode(),
                batch.planYear(),
                batch.id(),
                batch.planYear(),
                batch.employer(),
                batch.planYear())
            .getFirst();
    if (missing > 0) {
      throw LEAVER_REASON_MISSING
          .because("%d people of last year are missing without a reason", missing)
          .with("missing", missing);
    }
  }

  /** Keeps the reasons; all of these people must have left. */
  public void give(EnrolmentBatch batch, List<? extends Leaver> leavers) {
    batch.requireMayBecome(BatchStatus.SUBMITTED);
    requireLeft(batch, leavers);
    for (var leaver : leavers) {
      sql.update(
          """
          insert into leaver_reason (batch_id, person_key, reason) values (?, ?, ?)
          on conflict (batch_id, person_key) do update set reason = excluded.reason
          """,
          batch.id(),
          leaver.personKey(),
          leaver.reason());
    }
  }

  private void requireLeft(EnrolmentBatch batch, List<? extends Leaver> leavers) {
    var left = Set.copyOf(list(batch));
    var faults = new ArrayList<Fault>();
    for (var i = 0; i < leavers.size(); i++) {
      if (!left.contains(leavers.get(i).personKey())) {
        faults.add(
            new Fault(
                "/reasons/%d/personKey".formatted(i),
                NOT_A_LEAVER.code(),
                "was not on last year's roster, or is still on this one"));
      }
    }
    if (!faults.isEmpty()) {
      throw NOT_A_LEAVER.because("%d of these people did not leave", faults.size()).and(faults);
    }
  }

  private List<PersonKey> list(EnrolmentBatch batch) {
    return sql.list(
        "select e.person_key " + LEFT,
        row -> row.person("person_key"),
        batch.employer(),
        batch.planCode(),
        batch.planYear(),
        batch.id(),
        batch.planYear());
  }
}
