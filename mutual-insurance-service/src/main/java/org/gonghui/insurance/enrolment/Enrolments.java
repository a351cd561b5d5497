package org.gonghui.insurance.enrolment;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.person.PersonKey;

/** All enrolments; what concerns a whole due or roster is one statement. */
@ApplicationScoped
public class Enrolments {
  private static final int EVENTS_AT_ONCE = 5_000;

  private final Sql sql;
  private final Outbox outbox;
  private final Clock clock;

  Enrolments(Sql sql, Outbox outbox, Clock clock) {
    this.sql = sql;
    this.outbox = outbox;
    this.clock = clock;
  }

  public Enrolment require(UUID id) {
    return sql.find("select * from enrolment where id = ?", Enrolments::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such enrolment"));
  }

  public List<Enrolment> of(PersonKey person) {
    return sql.list(
        "select * from enrolment where person_key = ? order by plan_year, no",
        Enrolments::read,
        person);
  }

  /** Fixes the cover of everybody on dues that were completed on a value date. */
  public int startCovers(PlanYear year, List<UUID> dueIds, LocalDate valueDate) {
    var now = clock.instant();
    var cover = year.coverPaidOn(valueDate);
    var dues = dueIds.stream().map(UUID::toString).toArray(String[]::new);
    var paid =
        sql.list(
            """
            update enrolment e set status = 'PAID', version = version + 1,
              paid_at = ?, paid_on = ?, cover_from = ?,
              cover_until = ?, renewed = exists (
                select from enrolment b
                where b.person_key = e.person_key and b.plan_code = e.plan_code
                  and b.plan_year < e.plan_year
                  and b.status in ('PAID', 'IN_COVER', 'EXPIRED', 'TERMINATED')
                  and b.cover_from < b.cover_until and b.cover_until >= ?)
                or coalesce(e.covered_since < ?, false)
            where due_id = any (?::uuid[]) and status = 'PENDING_PAYMENT'
            returning e.*
            """,
            Enrolments::read,
            now,
            valueDate,
            cover.from(),
            cover.until(),
            cover.from().minusDays(year.rules().renewalGapDays()),
            year.cover().from(),
            dues);
    tell(paid, now);
    endCoversOfTheDead(dues);
    return paid.size();
  }

  /** Who died before the money came is covered until that day. */
  private void endCoversOfTheDead(String[] dues) {
    record Dead(PersonKey person, LocalDate diedOn) {}
    sql.list(
            """
            select e.person_key, p.died_on from person p join enrolment e using (person_key)
            where p.died_on is not null and e.due_id = any (?::uuid[]) and e.status = 'PAID'
            order by e.person_key
            """,
            row -> new Dead(row.person("person_key"), row.date("died_on")),
            (Object) dues)
        .forEach(dead -> endCoverAfterDeath(dead.person(), dead.diedOn()));
  }

  /** Ends the cover after the day of death. */
  public void endCoverAfterDeath(PersonKey person, LocalDate diedOn) {
    var now = clock.instant();
    var ended =
        sql.list(
            """
            update enrolment set status = 'TERMINATED', status_reason = 'DEATH',
              cover_until = greatest(cover_from, least(cover_until, ?)), version = version + 1
            where person_key = ? and status in ('PAID', 'IN_COVER', 'EXPIRED') and cover_until > ?
            returning *
            """,
            Enrolments::read,
            diedOn.plusDays(1),
            person,
            diedOn);
    outbox.recordAll(ended.stream().map(e -> ended(e, "DEATH", now)).toList());
  }

  private void tell(List<Enrolment> paid, Instant now) {
    for (var start = 0; start < paid.size(); start += EVENTS_AT_ONCE) {
      var some = paid.subList(start, Math.min(paid.size(), start + EVENTS_AT_ONCE));
      outbox.recordAll(some.stream().map(enrolment -> paid(enrolment, now)).toList());
    }
  }

  private static EnrolmentEvent paid(Enrolment enrolment, Instant now) {
    return new EnrolmentEvent.Paid(
        enrolment.id(),
        enrolment.personKey(),
        enrolment.employer(),
        enrolment.area(),
        enrolment.cover().from(),
        enrolment.cover().until(),
        now);
  }

  static EnrolmentEvent ended(Enrolment enrolment, String reason, Instant now) {
    return new EnrolmentEvent.CoverEnded(
        enrolment.id(),
        enrolment.personKey(),
        enrolment.employer(),
        enrolment.area(),
        enrolment.cover().from(),
        enrolment.cover().until(),
        reason,
        now);
  }

  static Enrolment read(Row row) {
    return new Enrolment(
        row.uuid("id"),
        row.big("no"),
        row.number("version"),
        row.text("plan_code"),
        row.number("plan_year"),
        row.person("person_key"),
        row.choice(EnrolmentStatus.class, "status"),
        new DateRange(row.date("cover_from"), row.date("cover_until")),
        row.flag("renewed"),
        row.text("split_code"),
        row.employer("employer"),
        row.text("area"),
        row.uuid("batch_id"),
        row.uuid("due_id"),
        row.findText("status_reason"));
  }
}
