package org.gonghui.insurance.impact;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.impact.ImpactPreview.Impact;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.jspecify.annotations.Nullable;

/** All impact previews and their answers. */
@ApplicationScoped
class ImpactPreviews {
  private final Sql sql;

  ImpactPreviews(Sql sql) {
    this.sql = sql;
  }

  void add(ImpactPreview preview, String by, Instant now) {
    sql.update(
        """
        insert into impact_preview (id, plan_version_id, checksum, from_day, until_day, area,
          requested_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        preview.id(),
        preview.planVersionId(),
        preview.checksum(),
        preview.period().from(),
        preview.period().until(),
        preview.area(),
        by,
        now);
  }

  ImpactPreview require(UUID id) {
    return sql.find("select * from impact_preview where id = ?", ImpactPreviews::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such preview"));
  }

  void startJob(UUID id, UUID jobId) {
    sql.update("update impact_preview set job_id = ? where id = ?", jobId, id);
  }

  void finish(UUID id, Instant now) {
    sql.update("update impact_preview set finished_at = ? where id = ?", now, id);
  }

  List<Impact> impacts(UUID id) {
    return sql.list(
        "select * from impact_preview_area where preview_id = ? order by area",
        row ->
            new Impact(
                row.text("area"),
                row.number("claims"),
                row.money("paid"),
                row.money("would_pay"),
                row.number("gaining"),
                row.number("losing")),
        id);
  }

  /** Adds what a portion of people came to. */
  void add(UUID id, Collection<Impact> impacts) {
    sql.updateAll(
        """
        insert into impact_preview_area as known (preview_id, area, claims, paid, would_pay,
          gaining, losing) values (?, ?, ?, ?, ?, ?, ?)
        on conflict (preview_id, area) do update set claims = known.claims + excluded.claims,
          paid = known.paid + excluded.paid, would_pay = known.would_pay + excluded.would_pay,
          gaining = known.gaining + excluded.gaining, losing = known.losing + excluded.losing
        """,
        impacts.stream().map(one -> arguments(id, one)).toList());
  }

  private static @Nullable Object[] arguments(UUID id, Impact one) {
    return new @Nullable Object[] {
      id, one.area(), one.claims(), one.paid(), one.wouldPay(), one.gaining(), one.losing()
    };
  }

  private static ImpactPreview read(Row row) {
    return new ImpactPreview(
        row.uuid("id"),
        row.uuid("plan_version_id"),
        row.text("checksum"),
        new DateRange(row.date("from_day"), row.date("until_day")),
        row.text("area"),
        row.findUuid("job_id"),
        row.findInstant("finished_at"));
  }
}
