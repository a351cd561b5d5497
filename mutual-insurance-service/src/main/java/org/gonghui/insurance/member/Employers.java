package org.gonghui.insurance.member;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.CreditCode;

/** All employers and their payrolls. */
@ApplicationScoped
public class Employers {
  private final Sql sql;

  Employers(Sql sql) {
    this.sql = sql;
  }

  public Optional<Employer> find(CreditCode creditCode) {
    return sql.find("select * from employer where credit_code = ?", Employers::read, creditCode);
  }

  public Employer require(CreditCode creditCode) {
    return find(creditCode).orElseThrow(() -> NOT_FOUND.because("there is no such employer"));
  }

  /** Employers of exactly that name; more than one may share it. */
  public List<Employer> named(String name) {
    return sql.list("select * from employer where name = ?", Employers::read, name);
  }

  /** Employers of an area after a credit code, in order of the code. */
  public List<Employer> list(String area, String after, int limit) {
    return sql.list(
        "select * from employer where area like ? and credit_code > ? order by credit_code limit ?",
        Employers::read,
        area + "%",
        after,
        limit);
  }

  public void add(Employer employer, Instant now) {
    sql.update(
        "insert into employer (id, credit_code, name, unit_type, area, created_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        employer.id(),
        employer.creditCode(),
        employer.name(),
        employer.unitType(),
        employer.area(),
        now);
  }

  public void change(Employer employer) {
    var changed =
        sql.update(
            "update employer set name = ?, unit_type = ?, area = ?, version = version + 1"
                + " where credit_code = ? and version = ?",
            employer.name(),
            employer.unitType(),
            employer.area(),
            employer.creditCode(),
            employer.version());
    if (changed != 1) {
      throw STALE_VERSION.because("the employer has changed meanwhile");
    }
  }

  public Optional<Headcount> findHeadcount(CreditCode creditCode, int year) {
    return sql.find(
        "select * from employer_headcount where credit_code = ? and year = ?",
        row -> new Headcount(row.number("year"), row.number("payroll"), row.number("version")),
        creditCode,
        year);
  }

  public void putHeadcount(CreditCode creditCode, int year, int payroll) {
    sql.update(
        """
        insert into employer_headcount (credit_code, year, payroll) values (?, ?, ?)
        on conflict (credit_code, year)
        do update set payroll = excluded.payroll, version = employer_headcount.version + 1
        """,
        creditCode,
        year,
        payroll);
  }

  /** How many people an employer had on its payroll in a year. */
  public record Headcount(int year, int payroll, int version) {}

  private static Employer read(Row row) {
    return new Employer(
        row.uuid("id"),
        row.number("version"),
        row.employer("credit_code"),
        row.text("name"),
        row.text("unit_type"),
        row.text("area"));
  }
}
