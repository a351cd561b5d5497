package org.gonghui.insurance.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.statistics.Figures.Benefit;
import org.gonghui.insurance.statistics.Figures.Visits;
import org.gonghui.kit.money.Money;

/** Adds up the books of the statistics. */
@ApplicationScoped
public class Books {
  private final Sql sql;

  Books(Sql sql) {
    this.sql = sql;
  }

  Figures figures(Scope scope) {
    scope.requireSettled(sql);
    var enrolled = enrolled(scope);
    var claims = claims(scope);
    var paid = paid(scope);
    var contributions = contributions(scope);
    var allPaid = Money.sum(paid.values());
    var allClaims = claims.hospital() + claims.death() + claims.illness();
    return new Figures(
        enrolled,
        Benefit.of(claims.hospital(), paid(paid, BenefitKind.HOSPITAL), enrolled),
        Benefit.of(claims.death(), paid(paid, BenefitKind.DEATH), enrolled),
        Benefit.of(claims.illness(), paid(paid, BenefitKind.CRITICAL_ILLNESS), enrolled),
        Benefit.of(allClaims, allPaid, enrolled),
        contributions,
        Figures.ratio(allPaid.amount(), BigDecimal.valueOf(enrolled), 2),
        Figures.ratio(allPaid.amount(), contributions.amount(), 4),
        claims.above10000(),
        claims.from20000(),
        leads(scope),
        claims.visits());
  }

  private long enrolled(Scope scope) {
    return sql.list(
            "select coalesce(sum(count), 0)::bigint as n from enrolment_entry where "
                + scope.where(null),
            row -> row.big("n"),
            scope.arguments(null))
        .getFirst();
  }

  private Money contributions(Scope scope) {
    return sql.list(
            "select coalesce(sum(amount), 0) as n from contribution_entry where "
                + scope.where("value_date"),
            row -> row.money("n"),
            scope.arguments("value_date"))
        .getFirst();
  }

  private Map<BenefitKind, Money> paid(Scope scope) {
    var paid = new EnumMap<BenefitKind, Money>(BenefitKind.class);
    sql.each(
        "select category, sum(amount) as paid from benefit_entry where "
            + scope.where("value_date")
            + " group by category",
        row -> paid.put(row.choice(BenefitKind.class, "category"), row.money("paid")),
        scope.arguments("value_date"));
    return paid;
  }

  private static Money paid(Map<BenefitKind, Money> paid, BenefitKind kind) {
    return paid.getOrDefault(kind, Money.ZERO);
  }

  private Counts claims(Scope scope) {
    return sql.list(
            """
            select coalesce(sum(count) filter (where kind = 'HOSPITAL'), 0)::bigint as hospital,
              coalesce(sum(count) filter (where kind = 'DEATH'), 0)::bigint as death,
              coalesce(sum(count) filter (where kind = 'CRITICAL_ILLNESS'), 0)::bigint as illness,
              coalesce(sum(count) filter (where kind = 'HOSPITAL' and abs(amount) > 10000), 0)::bigint
                as above_10000,
              coalesce(sum(count) filter (where kind = 'HOSPITAL' and abs(amount) >= 20000), 0)::bigint
                as from_20000,
              coalesce(sum(count) filter (where visits = 0), 0)::bigint as none,
              coalesce(sum(count) filter (where visits = 1), 0)::bigint as one,
              coalesce(sum(count) filter (where visits = 2), 0)::bigint as two,
              coalesce(sum(count) filter (where visits > 2), 0)::bigint as more
            from claim_entry where\s"""
                + scope.where("paid_on"),
            Counts::of,
            scope.arguments("paid_on"))
        .getFirst();
  }

  /** Persons whose burden was told to the other services, by the area of their cover. */
  private long leads(Scope scope) {
    return sql.list(
            """
            select count(*) as n from high_out_of_pocket h
            where h.plan_year = ? and (?::timestamptz is null or h.told_at <= ?) and exists (
              select from enrolment e where e.person_key = h.person_key
                and e.plan_year = h.plan_year and %s)
            """
                .formatted(scope.territory().where("e.area")),
            row -> row.big("n"),
            Stream.concat(
                    Stream.of(scope.year(), scope.asOf(), scope.asOf()),
                    scope.territory().arguments())
                .toArray())
        .getFirst();
  }

  private record Counts(
      long hospital, long death, long illness, long above10000, long from20000, Visits visits) {
    static Counts of(Row row) {
      return new Counts(
          row.big("hospital"),
          row.big("death"),
          row.big("illness"),
          row.big("above_10000"),
          row.big("from_20000"),
          Visits.of(row.big("none"), row.big("one"), row.big("two"), row.big("more")));
    }
  }
}
