package org.gonghui.insurance.contribution;

import static org.gonghui.insurance.contribution.ContributionProblems.BELOW_RESERVED;
import static org.gonghui.insurance.contribution.ContributionProblems.UNION_SUBSIDY_EXHAUSTED;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.sql.SqlFailure;
import org.gonghui.kit.money.Money;

/** The union's share: budgets of areas, held by batches and spent with their dues. */
@ApplicationScoped
public class UnionSubsidies {
  private final Sql sql;

  UnionSubsidies(Sql sql) {
    this.sql = sql;
  }

  /** A budget line. */
  public record Line(
      String area, int year, int version, Money budget, Money reserved, Money spent) {}

  public Optional<Line> find(String area, int year) {
    return sql.find(
        "select * from union_subsidy_line where area = ? and year = ?",
        UnionSubsidies::read,
        area,
        year);
  }

  /** Sets a budget, never below what is reserved and spent. */
  public void put(String area, int year, Money budget) {
    try {
      sql.update(
          """
          insert into union_subsidy_line (area, year, budget) values (?, ?, ?)
          on conflict (area, year)
          do update set budget = excluded.budget, version = union_subsidy_line.version + 1
          """,
          area,
          year,
          budget);
    } catch (SqlFailure e) {
      throw e.isCheck() ? BELOW_RESERVED.because("reserved and spent exceed %s", budget) : e;
    }
  }

  /** Holds the share of a batch on the nearest line of its area. */
  void reserve(UUID batchId, String area, int year, Money share) {
    if (share.isZero()) {
      return;
    }
    var line =
        sql.find(
                """
                update union_subsidy_line set reserved = reserved + ?, version = version + 1
                where year = ? and reserved + spent + ? <= budget and area = (
                  select area from union_subsidy_line
                  where year = ? and ? like area || '%' order by length(area) desc limit 1)
                returning *
                """,
                UnionSubsidies::read, share, year, share, year, area)
            .orElseThrow(
                () -> UNION_SUBSIDY_EXHAUSTED.because("the union would have to pay %s", share));
    sql.update(
        """
        insert into union_subsidy_hold (batch_id, area, year, reserved) values (?, ?, ?, ?)
        on conflict (batch_id) do update set reserved = union_subsidy_hold.reserved + excluded.reserved
        """,
        batchId,
        line.area(),
        year,
        share);
  }

  /** Frees part of what a batch holds: first what is reserved, else what was spent comes back. */
  void release(UUID batchId, Money share) {
    if (share.isZero()) {
      return;
    }
    sql.update(
        """
        with held as (select * from union_subsidy_hold where batch_id = ? for update),
        freed as (
          update union_subsidy_hold h set
            reserved = h.reserved - least(held.reserved, ?),
            spent = h.spent - least(held.spent, ? - least(held.reserved, ?))
          from held where h.batch_id = held.batch_id
          returning h.area, h.year, held.reserved - h.reserved as reserved,
            held.spent - h.spent as spent)
        update union_subsidy_line l set reserved = l.reserved - freed.reserved,
          spent = l.spent - freed.spent, version = version + 1
        from freed where l.area = freed.area and l.year = freed.year
        """,
        batchId,
        share,
        share,
        share);
  }

  void releaseAll(UUID batchId) {
    held(batchId).ifPresent(reserved -> release(batchId, reserved));
  }

  /** Keeps only so much of what a batch reserved. */
  void shrinkTo(UUID batchId, Money share) {
    held(batchId)
        .filter(reserved -> reserved.isMoreThan(share))
        .ifPresent(reserved -> release(batchId, reserved.minus(share)));
  }

  /** Spends what a batch holds, with its due. */
  void spend(UUID batchId) {
    sql.update(
        """
        with held as (select * from union_subsidy_hold where batch_id = ? for update),
        spending as (
          update union_subsidy_hold h set spent = h.spent + held.reserved, reserved = 0
          from held where h.batch_id = held.batch_id returning held.*)
        update union_subsidy_line l set reserved = l.reserved - s.reserved,
          spent = l.spent + s.reserved, version = version + 1
        from spending s where l.area = s.area and l.year = s.year and s.reserved > 0
        """,
        batchId);
  }

  private Optional<Money> held(UUID batchId) {
    return sql.find(
        "select reserved from union_subsidy_hold where batch_id = ?",
        row -> row.money("reserved"),
        batchId);
  }

  private static Line read(Row row) {
    return new Line(
        row.text("area"),
        row.number("year"),
        row.number("version"),
        row.money("budget"),
        row.money("reserved"),
        row.money("spent"));
  }
}
