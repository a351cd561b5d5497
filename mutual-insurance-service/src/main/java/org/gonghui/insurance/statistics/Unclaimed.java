package org.gonghui.insurance.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * People who may have a benefit that nobody has paid: no consent, a sleeping draft, no account;
 * listed for officers who call them.
 */
@ApplicationScoped
public class Unclaimed {
  private static final UUID FIRST = new UUID(0, 0);

  private final Sql sql;

  Unclaimed(Sql sql) {
    this.sql = sql;
  }

  /** Why a benefit was not paid. */
  public enum Reason {
    NO_CONSENT,
    SLEEPING_DRAFT,
    NO_ACCOUNT
  }

  List<Entry> list(String area, int year, @Nullable UUID after, int limit) {
    var areas = area + "%";
    return sql.list(
        """
        select * from (
          select s.id, 'NO_CONSENT' as reason, s.person_key, e.area, s.received_on as since
          from settlement s
          join lateral (select area from enrolment e
            where e.person_key = s.person_key and e.plan_year = ? and e.area like ? limit 1) e
            on true
          where s.status = 'NO_CONSENT'
          union all
          select id, 'SLEEPING_DRAFT', person_key, area, created_at::date from claim
          where status in ('DRAFT', 'INCOMPLETE') and plan_year = ? and area like ?
          union all
          select id, 'NO_ACCOUNT', payee_key, area, created_at::date from payout
          where status = 'HELD' and hold_reason = 'NO_ACCOUNT' and payee_key is not null
            and plan_year = ? and area like ?) u
        where id > ? order by id limit ?
        """,
        row ->
            new Entry(
                row.uuid("id"),
                row.choice(Reason.class, "reason"),
                row.person("person_key"),
                row.text("area"),
                row.date("since")),
        year,
        areas,
        year,
        areas,
        year,
        areas,
        after == null ? FIRST : after,
        limit);
  }

  /** One benefit that waits for somebody to call. */
  public record Entry(UUID id, Reason reason, PersonKey personKey, String area, LocalDate since) {}
}
