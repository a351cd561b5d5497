package org.gonghui.insurance.plan;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gonghui.insurance.plan.PlanYearStatus.Intake;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.sql.SqlFailure;

/** All plan years. */
@ApplicationScoped
public class PlanYears {
  private static final String SELECT = "select * from plan_year ";

  private final Sql sql;
  private final Json json;

  PlanYears(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  public Optional<PlanYear> findCovering(String planCode, LocalDate day) {
    return sql.find(
        SELECT
            + "where plan_code = ? and cover_from <= ? and cover_until > ? and status <> 'DRAFT'",
        this::read,
        planCode,
        day,
        day);
  }

  public PlanYear require(UUID id) {
    return sql.find(SELECT + "where id = ?", this::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such plan year"));
  }

  public Optional<PlanYear> find(String planCode, int year) {
    return sql.find(SELECT + "where plan_code = ? and year = ?", this::read, planCode, year);
  }

  public PlanYear require(String planCode, int year) {
    return find(planCode, year)
        .orElseThrow(() -> NOT_FOUND.because("there is no plan year %d", year));
  }

  public List<PlanYear> list() {
    return sql.list(SELECT + "order by plan_code, year", this::read);
  }

  public void add(PlanYear year, Instant now) {
    try {
      sql.update(
          """
          insert into plan_year (id, plan_code, year, status, intake, enrol_open, enrol_close,
            cover_from, cover_until, fee, splits, rules, pay_by, grace_days, maker, created_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
          """,
          year.id(),
          year.planCode(),
          year.year(),
          year.status(),
          year.intake(),
          year.enrolOpen(),
          year.enrolClose(),
          year.cover().from(),
          year.cover().until(),
          year.fee(),
          json.write(year.splits()),
          json.write(year.rules()),
          year.payBy(),
          year.graceDays(),
          year.maker(),
          now);
    } catch (SqlFailure e) {
      throw refusal(e, year);
    }
  }

  /** Stores a changed draft under the next version. */
  public void change(PlanYear year) {
    try {
      var changed =
          sql.update(
              """
              update plan_year set version = version + 1, enrol_open = ?, enrol_close = ?,
                cover_from = ?, cover_until = ?, fee = ?, splits = ?::jsonb, rules = ?::jsonb,
                pay_by = ?, grace_days = ?, maker = ?
              where id = ? and version = ? and status = 'DRAFT'
              """,
              year.enrolOpen(),
              year.enrolClose(),
              year.cover().from(),
              year.cover().until(),
              year.fee(),
              json.write(year.splits()),
              json.write(year.rules()),
              year.payBy(),
              year.graceDays(),
              year.maker(),
              year.id(),
              year.version());
      requireOne(changed);
    } catch (SqlFailure e) {
      throw refusal(e, year);
    }
  }

  /** Moves a year on, if it still is what the caller saw. */
  public void move(PlanYear year, PlanYearStatus next, String who) {
    year.requireMayBecome(next);
    requireOne(
        sql.update(
            "update plan_year set status = ?, checker = ?, version = version + 1"
                + " where id = ? and version = ? and status = ?",
            next,
            who,
            year.id(),
            year.version(),
            year.status()));
  }

  public void proposeClosing(PlanYear year, String who) {
    requireOne(
        sql.update(
            "update plan_year set closing_by = ?, version = version + 1"
                + " where id = ? and version = ?",
            who,
            year.id(),
            year.version()));
  }

  private static void requireOne(int changed) {
    if (changed != 1) {
      throw STALE_VERSION.because("the plan year has changed meanwhile");
    }
  }

  private static RuntimeException refusal(SqlFailure failure, PlanYear year) {
    if (failure.names("plan_year_covers_apart")) {
      return PlanProblems.PERIODS_OVERLAP.because("cover %s overlaps another year", year.cover());
    }
    return failure.isDuplicate()
        ? PlanProblems.YEAR_EXISTS.because("plan year %d exists", year.year())
        : failure;
  }

  private PlanYear read(Row row) {
    return new PlanYear(
        row.uuid("id"),
        row.number("version"),
        row.text("plan_code"),
        row.number("year"),
        row.choice(PlanYearStatus.class, "status"),
        row.choice(Intake.class, "intake"),
        row.date("enrol_open"),
        row.date("enrol_close"),
        new DateRange(row.date("cover_from"), row.date("cover_until")),
        row.money("fee"),
        json.readList(row.text("splits"), Split.class),
        json.read(row.text("rules"), YearRules.class),
        row.date("pay_by"),
        row.number("grace_days"),
        row.text("maker"),
        row.findText("checker"),
        row.findText("closing_by"));
  }
}
