package org.gonghui.insurance.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.time.Uuid7;

/** What happened to a claim, in order; never changed. */
@ApplicationScoped
public class ClaimSteps {
  private final Sql sql;
  private final Json json;
  private final Clock clock;

  ClaimSteps(Sql sql, Json json, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  /** Adds a step; the detail holds codes and amounts, never a name, number or illness. */
  public void add(UUID claimId, String step, String actor, Map<String, Object> detail) {
    sql.update(
        "insert into claim_step (id, claim_id, step, actor, detail, at)"
            + " values (?, ?, ?, ?, ?::jsonb, ?)",
        Uuid7.next(),
        claimId,
        step,
        actor,
        json.write(detail),
        clock.instant());
  }

  public List<Step> of(UUID claimId) {
    return sql.list(
        "select * from claim_step where claim_id = ? order by at, id",
        row ->
            new Step(
                row.text("step"),
                row.text("actor"),
                json.read(row.text("detail"), Map.class),
                row.instant("at")),
        claimId);
  }

  /** One thing that happened. */
  public record Step(String step, String actor, Map<?, ?> detail, Instant at) {}
}
