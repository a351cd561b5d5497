package org.gonghui.insurance.statistics;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Which entries of the books count: of a year, below an area, known at an instant. */
public record Scope(int year, Territory territory, @Nullable Instant asOf, Basis basis) {
  private static final ProblemType AS_OF_OPEN =
      brokenRule("AS_OF_NOT_SETTLED", "That moment is not over yet", "该时点的数据尚未落定");

  /** By what a fact belongs to a year. */
  public enum Basis {
    PLAN_YEAR,
    PAYMENT_DATE
  }

  /** Of a plan year, by the codes that were written down. */
  public static Scope asWritten(int year, String area, Instant asOf) {
    return new Scope(year, Territory.asWritten(area), asOf, Basis.PLAN_YEAR);
  }

  String area() {
    return territory.area();
  }

  /** The condition on a book whose day column is named, with the arguments of this scope. */
  String where(@Nullable String day) {
    var year =
        switch (basis) {
          case PLAN_YEAR -> "plan_year = ?";
          case PAYMENT_DATE ->
              day == null
                  ? "plan_year = ?"
                  : "%1$s >= make_date(?, 1, 1) and %1$s < make_date(?, 1, 1)".formatted(day);
        };
    return year + " and " + territory.where("area") + (asOf == null ? "" : " and recorded_at <= ?");
  }

  Object[] arguments(@Nullable String day) {
    var years =
        basis == Basis.PAYMENT_DATE && day != null
            ? List.<Object>of(year, year + 1)
            : List.<Object>of(year);
    return Stream.of(years.stream(), territory.arguments(), Stream.<Object>ofNullable(asOf))
        .flatMap(all -> all)
        .toArray();
  }

  /**
   * Entries carry the start of their transaction; while one that started before the asked moment
   * still runs, the answer could change, so it is refused for now.
   */
  void requireSettled(Sql sql) {
    if (asOf == null) {
      return;
    }
    var settled =
        sql.list(
                """
                select coalesce(min(xact_start), clock_timestamp()) > ? as settled
                from pg_stat_activity
                where datname = current_database() and usename = current_user
                  and pid <> pg_backend_pid() and xact_start is not null
                """,
                row -> row.flag("settled"),
                asOf)
            .getFirst();
    if (!settled) {
      throw AS_OF_OPEN.at("asOf", "ask again when the changes under way are done");
    }
  }
}
