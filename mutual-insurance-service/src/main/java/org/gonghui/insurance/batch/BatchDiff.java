package org.gonghui.insurance.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gonghui.insurance.member.Identities;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.Masking;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** What a roster changes against last year, person by person. */
@ApplicationScoped
public class BatchDiff {
  private static final String COUNTS =
      """
      with last as (
        select person_key, split_code from enrolment
        where employer = ? and plan_code = ? and plan_year = ? - 1
          and status not in ('WITHDRAWN', 'LAPSED') and cover_from < cover_until),
      now as (
        select person_key, union_paid from enrolment_row
        where batch_id = ? and person_key is not null and status <> 'REJECTED'
        union
        select person_key, split_code = 'UNION_PAID' from enrolment
        where employer = ? and plan_code = ? and plan_year = ?
          and status not in ('WITHDRAWN', 'LAPSED') and cover_from < cover_until
          and batch_id <> ?)
      select count(*) filter (where last.person_key is null)::int as joined,
        count(*) filter (where now.person_key is null)::int as gone,
        count(*) filter (where now.union_paid <> (last.split_code = 'UNION_PAID'))::int as changed,
        count(*) filter (where now.union_paid = (last.split_code = 'UNION_PAID'))::int as unchanged
      from last full join now using (person_key)
      """;
  private static final int SHOWN = 500;

  private final Sql sql;
  private final Leavers leavers;
  private final Identities identities;

  BatchDiff(Sql sql, Leavers leavers, Identities identities) {
    this.sql = sql;
    this.leavers = leavers;
    this.identities = identities;
  }

  /** How many joined, left, changed who pays, or stayed; and whose leaving wants a reason. */
  public record Diff(int joined, int left, int changed, int unchanged, List<Leaver> leavers) {}

  /** Somebody of last year who is no longer on the roster. */
  public record Leaver(PersonKey personKey, String name, Leavers.@Nullable Reason reason) {}

  Diff of(EnrolmentBatch batch) {
    var gone =
        leavers.list(batch).stream().limit(SHOWN).map(person -> leaver(batch, person)).toList();
    return sql.list(
            COUNTS,
            row ->
                new Diff(
                    row.number("joined"),
                    row.number("gone"),
                    row.number("changed"),
                    row.number("unchanged"),
                    gone),
            batch.employer(),
            batch.planCode(),
            batch.planYear(),
            batch.id(),
            batch.employer(),
            batch.planCode(),
            batch.planYear(),
            batch.id())
        .getFirst();
  }

  private Leaver leaver(EnrolmentBatch batch, PersonKey person) {
    return sql.find(
            """
            select p.identity, l.reason from person p
            left join leaver_reason l on l.person_key = p.person_key and l.batch_id = ?
            where p.person_key = ?
            """,
            row -> {
              var reason = row.findText("reason");
              return new Leaver(
                  person,
                  Masking.name(identities.open(row.bytes("identity")).name()),
                  reason == null ? null : Leavers.Reason.valueOf(reason));
            },
            batch.id(),
            person)
        .orElseThrow();
  }
}
