package org.gonghui.insurance.diff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.batch.EnrolmentBatch;
import org.gonghui.insurance.batch.Leavers;
import org.gonghui.insurance.member.Identities;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.gonghui.kit.person.Masking;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** What a roster changes against last year, person by person. */
@ApplicationScoped
class RosterDiff {
  /** Last year's people against the roster's and those enrolled this year already. */
  private static final String COMPARED =
      """
      with last as (
        select person_key, split_code = 'UNION_PAID' as union_paid
        from live_roster(?, ?, ? - 1)),
      now as (
        select person_key, bool_or(union_paid) as union_paid from (
          select person_key, union_paid from enrolment_row
          where batch_id = ? and person_key is not null and status <> 'REJECTED'
          union all
          select person_key, split_code = 'UNION_PAID' from live_roster(?, ?, ?)
          where batch_id <> ?) both_ways
        group by person_key),
      compared as (
        select person_key, case when last.person_key is null then 'JOINED'
          when now.person_key is null then 'LEFT'
          when now.union_paid <> last.union_paid then 'CHANGED' else 'UNCHANGED' end as kind
        from last full join now using (person_key))
      """;

  private static final String PEOPLE =
      COMPARED
          + """
          select c.person_key, c.kind, coalesce(p.identity, r.identity) as identity,
            case when c.kind <> 'LEFT' then null
              when l.reason is not null then l.reason
              when p.died_on is not null then 'DIED'
              when exists (select from enrolment n where n.person_key = c.person_key
                and n.plan_code = ? and n.plan_year = ? and n.status not in ('WITHDRAWN', 'LAPSED')
                and n.cover_from < n.cover_until) then 'TRANSFERRED' end as reason
          from compared c
          left join person p on p.person_key = c.person_key
          left join leaver_reason l on l.person_key = c.person_key and l.batch_id = ?
          left join lateral (select identity from enrolment_row
            where batch_id = ? and person_key = c.person_key and identity is not null limit 1) r
            on true
          where (?::text is null or c.kind = ?) and c.person_key > ?
          order by c.person_key limit ?
          """;

  private final Sql sql;
  private final Identities identities;

  RosterDiff(Sql sql, Identities identities) {
    this.sql = sql;
    this.identities = identities;
  }

  /** What became of somebody. */
  public enum Kind {
    JOINED,
    LEFT,
    CHANGED,
    UNCHANGED
  }

  /** How many joined, left, changed who pays, or stayed. */
  public record Diff(int joined, int left, int changed, int unchanged) {}

  /** One person of either year; a leaver with the reason, once it is known. */
  public record Compared(
      PersonKey personKey, String name, Kind kind, Leavers.@Nullable Reason reason) {}

  Diff of(EnrolmentBatch batch) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    sql.each(
        COMPARED + "select kind, count(*)::int as n from compared group by kind",
        row -> counts.put(row.choice(Kind.class, "kind"), row.number("n")),
        sides(batch).toArray());
    return new Diff(
        counts.getOrDefault(Kind.JOINED, 0),
        counts.getOrDefault(Kind.LEFT, 0),
        counts.getOrDefault(Kind.CHANGED, 0),
        counts.getOrDefault(Kind.UNCHANGED, 0));
  }

  Page<Compared> people(EnrolmentBatch batch, @Nullable Kind kind, PageRequest page) {
    var after = page.after(PersonKey.class);
    var arguments = sides(batch);
    Collections.addAll(
        arguments,
        batch.planCode(),
        batch.planYear(),
        batch.id(),
        batch.id(),
        kind,
        kind,
        after == null ? "" : after.value(),
        page.size() + 1);
    var found = sql.list(PEOPLE, this::read, arguments.toArray());
    return Page.of(found, page, Compared::personKey);
  }

  private static List<@Nullable Object> sides(EnrolmentBatch batch) {
    var arguments = new ArrayList<@Nullable Object>();
    Collections.addAll(
        arguments,
        batch.employer(),
        batch.planCode(),
        batch.planYear(),
        batch.id(),
        batch.employer(),
        batch.planCode(),
        batch.planYear(),
        batch.id());
    return arguments;
  }

  private Compared read(Row row) {
    var reason = row.findText("reason");
    return new Compared(
        row.person("person_key"),
        Masking.name(identities.open(row.bytes("identity")).name()),
        row.choice(Kind.class, "kind"),
        reason == null ? null : Leavers.Reason.valueOf(reason));
  }
}
