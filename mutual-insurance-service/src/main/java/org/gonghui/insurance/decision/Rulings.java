package org.gonghui.insurance.decision;

import static org.gonghui.insurance.decision.CaseFiles.NO_TERMS;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gonghui.insurance.plan.PlanVersion;
import org.gonghui.insurance.plan.PlanVersions;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What rules an event: its year, the version in force on the day and the hospital's level, found in
 * one question. Years and versions are read again only when their row was written since, so that
 * terms are not parsed for each claim, and none is ever applied after it changed.
 */
@ApplicationScoped
public class Rulings {
  private final Sql sql;
  private final PlanYears years;
  private final PlanVersions versions;
  private final Map<UUID, Known<PlanYear>> knownYears = new ConcurrentHashMap<>();
  private final Map<UUID, Known<PlanVersion>> knownVersions = new ConcurrentHashMap<>();

  Rulings(Sql sql, PlanYears years, PlanVersions versions) {
    this.sql = sql;
    this.years = years;
    this.versions = versions;
  }

  public Ruling require(String planCode, int year, LocalDate day, @Nullable String providerCode) {
    return sql.find(
            """
            select y.id as year_id, y.xmin::text as year_written, v.id as version_id,
              v.xmin::text as version_written, p.level
            from plan_year y
            join plan_version v on v.plan_year_id = y.id and v.valid_from <= ? and v.valid_to > ?
              and v.status in ('IN_FORCE', 'SUPERSEDED')
            left join provider p on p.code = ? and p.designated_from <= ?
              and (p.designated_until is null or p.designated_until > ?)
            where y.plan_code = ? and y.year = ?
            """,
            this::read,
            day,
            day,
            providerCode,
            day,
            day,
            planCode,
            year)
        .orElseThrow(() -> NO_TERMS.because("no version is in force on %s", day));
  }

  private Ruling read(Row row) {
    return new Ruling(
        current(knownYears, row.uuid("year_id"), row.text("year_written"), years::require),
        current(
            knownVersions, row.uuid("version_id"), row.text("version_written"), versions::require),
        row.findNumber("level"));
  }

  private static <T> T current(
      Map<UUID, Known<T>> cache, UUID id, String written, Function<UUID, T> read) {
    var known = cache.get(id);
    if (known == null || !known.written().equals(written)) {
      known = new Known<>(written, read.apply(id));
      cache.put(id, known);
    }
    return known.value();
  }

  /** A row's content and the transaction that wrote it. */
  private record Known<T>(String written, T value) {}

  /** The rules of one event; without a level the hospital is not designated that day. */
  public record Ruling(PlanYear year, PlanVersion version, @Nullable Integer providerLevel) {}
}
