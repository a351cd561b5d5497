package org.gonghui.insurance.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.statistics.Figures.Visits;
import org.gonghui.kit.area.Areas;
import org.gonghui.kit.money.Money;

/** The same books, split by area, month, employer or time to payment; the parts add up. */
@ApplicationScoped
public class Breakdowns {
  private static final int CITY = 4;
  private static final int COUNTY = 6;
  private static final int TOWN = 9;
  private static final int MOST = 10_000;

  private final Sql sql;

  Breakdowns(Sql sql) {
    this.sql = sql;
  }

  List<Part> areas(Scope scope, Areas areas) {
    var length =
        scope.area().length() < CITY ? CITY : scope.area().length() < COUNTY ? COUNTY : TOWN;
    var day = scope.territory().codesOn();
    if (day == null) {
      var key = "left(area, %d)".formatted(length);
      return parts(scope, key, key, key, key);
    }
    var merged = new TreeMap<String, Part>();
    for (var part : parts(scope, "area", "area", "area", "area")) {
      var code = areas.currentCode(part.key(), day);
      var key = code.substring(0, Math.min(length, code.length()));
      merged.merge(key, part.at(key), Part::plus);
    }
    return List.copyOf(merged.values());
  }

  List<Part> employers(Scope scope) {
    return parts(
        scope,
        "employer",
        "employer",
        "coalesce(employer, '')",
        "(select coalesce(c.employer, '') from claim c where c.id = source_id)");
  }

  List<Part> months(Scope scope) {
    return parts(
        scope,
        "to_char(recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM')",
        "to_char(value_date, 'YYYY-MM')",
        "to_char(paid_on, 'YYYY-MM')",
        "to_char(value_date, 'YYYY-MM')");
  }

  private List<Part> parts(
      Scope scope, String enrolment, String contribution, String claim, String payout) {
    scope.requireSettled(sql);
    return sql.list(
        """
        select key, sum(enrolled)::bigint as enrolled, sum(contributions) as contributions,
          sum(hospital)::bigint as hospital, sum(death)::bigint as death,
          sum(illness)::bigint as illness, sum(paid) as paid
        from (
          select %s as key, count as enrolled, 0.00 as contributions, 0 as hospital, 0 as death,
            0 as illness, 0.00 as paid from enrolment_entry where %s
          union all
          select %s, 0, amount, 0, 0, 0, 0 from contribution_entry where %s
          union all
          select %s, 0, 0, case kind when 'HOSPITAL' then count else 0 end,
            case kind when 'DEATH' then count else 0 end,
            case kind when 'CRITICAL_ILLNESS' then count else 0 end, 0
          from claim_entry where %s
          union all
          select %s, 0, 0, 0, 0, 0, amount from benefit_entry where %s) e
        group by key
        having bool_or((enrolled, contributions, hospital, death, illness, paid)
          <> (0, 0, 0, 0, 0, 0))
        order by key limit %d
        """
            .formatted(
                enrolment,
                scope.where(null),
                contribution,
                scope.where("value_date"),
                claim,
                scope.where("paid_on"),
                payout,
                scope.where("value_date"),
                MOST),
        Part::of,
        Stream.of(
                scope.arguments(null),
                scope.arguments("value_date"),
                scope.arguments("paid_on"),
                scope.arguments("value_date"))
            .flatMap(Stream::of)
            .toArray());
  }

  List<VisitMonth> visits(Scope scope) {
    scope.requireSettled(sql);
    return sql.list(
        """
        select to_char(paid_on, 'YYYY-MM') as month,
          coalesce(sum(count) filter (where visits = 0), 0)::bigint as none,
          coalesce(sum(count) filter (where visits = 1), 0)::bigint as one,
          coalesce(sum(count) filter (where visits = 2), 0)::bigint as two,
          coalesce(sum(count) filter (where visits > 2), 0)::bigint as more
        from claim_entry where %s group by 1 order by 1
        """
            .formatted(scope.where("paid_on")),
        row ->
            new VisitMonth(
                row.text("month"),
                Visits.of(row.big("none"), row.big("one"), row.big("two"), row.big("more"))),
        scope.arguments("paid_on"));
  }

  List<Step> triangle(Scope scope) {
    scope.requireSettled(sql);
    return sql.list(
        """
        select to_char(event_date, 'YYYY-MM') as month,
          ((extract(year from paid_on) - extract(year from event_date)) * 12
            + extract(month from paid_on) - extract(month from event_date))::int as later,
          sum(count)::bigint as claims, sum(amount) as paid
        from claim_entry where %s group by 1, 2 having sum(count) <> 0 order by 1, 2
        """
            .formatted(scope.where("paid_on")),
        row ->
            new Step(row.text("month"), row.number("later"), row.big("claims"), row.money("paid")),
        scope.arguments("paid_on"));
  }

  /** One area, month or employer. */
  public record Part(
      String key,
      long enrolled,
      Money contributions,
      long hospitalClaims,
      long deathClaims,
      long criticalIllnessClaims,
      Money paid) {
    Part at(String otherKey) {
      return new Part(
          otherKey,
          enrolled,
          contributions,
          hospitalClaims,
          deathClaims,
          criticalIllnessClaims,
          paid);
    }

    Part plus(Part other) {
      return new Part(
          key,
          enrolled + other.enrolled,
          contributions.plus(other.contributions),
          hospitalClaims + other.hospitalClaims,
          deathClaims + other.deathClaims,
          criticalIllnessClaims + other.criticalIllnessClaims,
          paid.plus(other.paid));
    }

    static Part of(Row row) {
      return new Part(
          row.text("key"),
          row.big("enrolled"),
          row.money("contributions"),
          row.big("hospital"),
          row.big("death"),
          row.big("illness"),
          row.money("paid"));
    }
  }

  /** The trips that claims closed in one month cost. */
  public record VisitMonth(String month, Visits visits) {}

  /** Claims of one month's events that were paid so many months later. */
  public record Step(String eventMonth, int monthsLater, long claims, Money paid) {}
}
