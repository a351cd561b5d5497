package org.gonghui.insurance.plan;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.jspecify.annotations.Nullable;

/** All versions of terms. */
@ApplicationScoped
public class PlanVersions {
  private static final String SELECT = "select * from plan_version ";
  private static final String IN_FORCE = " status in ('IN_FORCE', 'SUPERSEDED') ";

  private final Sql sql;
  private final Json json;

  PlanVersions(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /** The version whose period holds the day. */
  public Optional<PlanVersion> inForce(UUID planYearId, LocalDate day) {
    return sql.find(
        SELECT + "where plan_year_id = ? and valid_from <= ? and valid_to > ? and" + IN_FORCE,
        this::read,
        planYearId,
        day,
        day);
  }

  public PlanVersion require(UUID id) {
    return sql.find(SELECT + "where id = ?", this::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such plan version"));
  }

  public List<PlanVersion> list(UUID planYearId) {
    return sql.list(SELECT + "where plan_year_id = ? order by no", this::read, planYearId);
  }

  public List<PlanVersion> list() {
    return sql.list(SELECT + "order by plan_year_id, no", this::read);
  }

  /** What applied on a day, as it was believed at an instant. */
  public List<PlanVersion> appliedOn(LocalDate day, Instant knownAt) {
    return sql.list(
        """
        select distinct on (v.plan_year_id) v.*
        from plan_version v join plan_year y on y.id = v.plan_year_id
        where v.in_force_at <= ? and v.valid_from <= ? and y.cover_from <= ? and y.cover_until > ?
          and (v.valid_to > ? or v.superseded_at > ?)
        order by v.plan_year_id, v.no desc
        """,
        this::read,
        knownAt,
        day,
        day,
        day,
        day,
        knownAt);
  }

  /** Approved versions whose first day has come. */
  public List<PlanVersion> dueOn(LocalDate day) {
    return sql.list(SELECT + "where status = 'APPROVED' and valid_from <= ?", this::read, day);
  }

  public int nextNo(UUID planYearId) {
    return sql.list(
            "select coalesce(max(no), 0) + 1 as next from plan_version where plan_year_id = ?",
            row -> row.number("next"),
            planYearId)
        .getFirst();
  }

  public void add(PlanVersion added) {
    sql.update(
        """
        insert into plan_version (id, plan_year_id, no, status, valid_from, valid_to, terms,
          golden_cases, checksum, maker, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
        """,
        added.id(),
        added.planYearId(),
        added.no(),
        added.status(),
        added.valid().from(),
        added.valid().until(),
        json.write(added.terms()),
        json.write(added.goldenCases()),
        added.checksum(),
        added.maker(),
        added.recordedAt());
  }

  /** Stores the edited content of a draft. */
  public void change(PlanVersion draft) {
    requireOne(
        sql.update(
            """
            update plan_version set version = version + 1, valid_from = ?, valid_to = ?,
              terms = ?::jsonb, golden_cases = ?::jsonb, checksum = ?, maker = ?
            where id = ? and version = ? and status = 'DRAFT'
            """,
            draft.valid().from(),
            draft.valid().until(),
            json.write(draft.terms()),
            json.write(draft.goldenCases()),
            draft.checksum(),
            draft.maker(),
            draft.id(),
            draft.version()));
  }

  public void move(PlanVersion seen, PlanVersionStatus next, @Nullable String approver) {
    seen.requireMayBecome(next);
    requireOne(
        sql.update(
            """
            update plan_version set status = ?, approved_by = coalesce(?, approved_by),
              version = version + 1
            where id = ? and version = ? and status = ?
            """,
            next,
            approver,
            seen.id(),
            seen.version(),
            seen.status()));
  }

  /** Takes an approved version into force and cuts the period of its predecessor. */
  public void takeForce(PlanVersion approved, Instant now) {
    approved.requireMayBecome(PlanVersionStatus.IN_FORCE);
    sql.update(
        """
        update plan_version set status = 'SUPERSEDED', superseded_at = ?, version = version + 1,
          valid_to = greatest(valid_from, least(valid_to, ?))
        where plan_year_id = ? and status = 'IN_FORCE' and valid_to > ?
        """,
        now,
        approved.valid().from(),
        approved.planYearId(),
        approved.valid().from());
    requireOne(
        sql.update(
            """
            update plan_version set status = 'IN_FORCE', in_force_at = ?, version = version + 1
            where id = ? and status = 'APPROVED'
            """,
            now,
            approved.id()));
  }

  private static void requireOne(int changed) {
    if (changed != 1) {
      throw STALE_VERSION.because("the plan version has changed meanwhile");
    }
  }

  private PlanVersion read(Row row) {
    return new PlanVersion(
        row.uuid("id"),
        row.number("version"),
        row.uuid("plan_year_id"),
        row.number("no"),
        row.choice(PlanVersionStatus.class, "status"),
        new DateRange(row.date("valid_from"), row.date("valid_to")),
        json.read(row.text("terms"), Terms.class),
        json.readList(row.text("golden_cases"), GoldenCase.class),
        row.text("checksum"),
        row.text("maker"),
        row.findText("approved_by"),
        row.instant("recorded_at"));
  }
}
