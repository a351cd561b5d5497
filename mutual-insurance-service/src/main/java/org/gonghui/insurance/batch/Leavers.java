package org.gonghui.insurance.batch;

import static org.gonghui.insurance.batch.BatchProblems.LEAVER_REASON_MISSING;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.PersonKey;

/** People whom the employer enrolled last year and no longer names. */
@ApplicationScoped
public class Leavers {
  private static final String LEFT =
      """
      from enrolment e
      where e.employer = ? and e.plan_code = ? and e.plan_year = ? - 1
        and e.status not in ('WITHDRAWN', 'LAPSED') and e.cover_from < e.cover_until
        and not exists (select from person p
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

  List<PersonKey> list(EnrolmentBatch batch) {
    return sql.list(
        "select e.person_key " + LEFT + " order by e.person_key",
        row -> row.person("person_key"),
        batch.employer(),
        batch.planCode(),
        batch.planYear(),
        batch.id(),
        batch.planYear());
  }

  void requireReasons(EnrolmentBatch batch) {
    var missing =
        sql.list(
                "select count(*)::int as n "
                    + LEFT
                    + " and not exists (select from leaver_reason l join enrolment_batch b"
                    + " on b.id = l.batch_id where b.employer = e.employer and b.plan_year = ?"
                    + " and l.person_key = e.person_key)",
                row -> row.number("n"),
                batch.employer(),
                batch.planCode(),
                batch.planYear(),
                batch.id(),
                batch.planYear(),
                batch.planYear())
            .getFirst();
    if (missing > 0) {
      throw LEAVER_REASON_MISSING
          .because("%d people of last year are missing without a reason", missing)
          .with("missing", missing);
    }
  }

  void give(UUID batchId, Map<PersonKey, Reason> reasons) {
    reasons.forEach(
        (person, reason) ->
            sql.update(
                """
                insert into leaver_reason (batch_id, person_key, reason) values (?, ?, ?)
                on conflict (batch_id, person_key) do update set reason = excluded.reason
                """,
                batchId,
                person,
                reason));
  }
}
