package org.gonghui.insurance.impact;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.adjudication.Inputs;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.insurance.impact.ImpactPreview.Impact;
import org.gonghui.insurance.plan.PlanVersions;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.job.JobHandler;
import org.gonghui.kit.job.JobRun;
import org.gonghui.kit.person.Seal;

/** Replays the decided claims of a period, a portion of people per step. */
@Singleton
class ImpactJob implements JobHandler<ImpactJob.Of> {
  static final String KIND = "impact-preview";
  private static final int PEOPLE_AT_ONCE = 500;

  /** A refusal that was not the engine's says nothing about terms. */
  private static final String DECIDED =
      """
       c.plan_code = 'MEDICAL' and c.event_date >= ? and c.event_date < ?
        and (c.status in ('APPROVED', 'PAID') or c.status = 'REFUSED' and d.amount = 0)
      """;

  private final ImpactPreviews previews;
  private final PlanVersions versions;
  private final Sql sql;
  private final Seal seal;
  private final Clock clock;

  ImpactJob(ImpactPreviews previews, PlanVersions versions, Sql sql, Seal seal, Clock clock) {
    this.previews = previews;
    this.versions = versions;
    this.sql = sql;
    this.seal = seal;
    this.clock = clock;
  }

  /** Which preview. */
  public record Of(UUID previewId) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Class<Of> parameters() {
    return Of.class;
  }

  @Override
  public StepResult step(JobRun<Of> run) {
    var preview = previews.require(run.parameters().previewId());
    var people = people(preview, run.cursor() == null ? "" : run.cursor());
    if (!people.isEmpty()) {
      replay(preview, people);
      run.moveTo(people.getLast());
      run.count("people", people.size());
    }
    if (people.size() < PEOPLE_AT_ONCE) {
      previews.finish(preview.id(), clock.instant());
      return StepResult.DONE;
    }
    return StepResult.MORE;
  }

  private List<String> people(ImpactPreview preview, String after) {
    return sql.list(
        "select distinct c.person_key from claim c join decision d on d.claim_id = c.id"
            + " and d.no = c.decision_no where c.person_key > ? and"
            + DECIDED
            + " order by c.person_key limit ?",
        row -> row.text("person_key"),
        after,
        preview.period().from(),
        preview.period().until(),
        PEOPLE_AT_ONCE);
  }

  private void replay(ImpactPreview preview, List<String> people) {
    var terms = versions.require(preview.planVersionId()).terms();
    var replays = new HashMap<String, Replay>();
    var byArea = new HashMap<String, Impact>();
    sql.each(
        "select c.person_key, c.area, c.status, c.granted, d.inputs from claim c"
            + " join decision d on d.claim_id = c.id and d.no = c.decision_no"
            + " where c.person_key = any (?) and"
            + DECIDED
            + " order by c.person_key, d.decided_at, d.id",
        row -> add(row, terms, replays, byArea),
        people.toArray(String[]::new),
        preview.period().from(),
        preview.period().until());
    previews.add(preview.id(), byArea.values());
  }

  private void add(Row row, Terms terms, Map<String, Replay> replays, Map<String, Impact> byArea) {
    var inputs = Canonical.read(seal.open(row.bytes("inputs")).getBytes(UTF_8), Inputs.class);
    var replay = replays.computeIfAbsent(row.text("person_key"), _ -> new Replay(terms));
    var granted = row.money("granted");
    var instead = replay.next(inputs, granted);
    var area = row.text("area");
    byArea.merge(area, Impact.none(area).with(granted, instead), Impact::plus);
  }
}
