package org.gonghui.insurance.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.LateRows;
import org.gonghui.kit.time.Uuid7;

/** What happened to a claim, in order; never changed. */
@ApplicationScoped
public class ClaimSteps {
  private final LateRows rows;
  private final Json json;
  private final ClaimAudit audit;
  private final Clock clock;

  ClaimSteps(LateRows rows, Json json, ClaimAudit audit, Clock clock) {
    this.rows = rows;
    this.json = json;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a step, which is an act for the audit chain too; the detail holds codes and amounts, never
   * a name, number or illness.
   */
  public void add(Claim claim, String step, String actor, Map<String, Object> detail) {
    tell(claim.id(), step, actor, detail);
    audit.note(claim, "claim-" + step.toLowerCase(Locale.ROOT).replace('_', '-'), detail);
  }

  /** Adds a step that is followed by its decision in the same breath, which is the act. */
  public void tell(UUID claimId, String step, String actor, Map<String, Object> detail) {
    rows.add(
        "insert into claim_step (id, claim_id, step, actor, detail, at)"
            + " values (?, ?, ?, ?, ?::jsonb, ?)",
        Uuid7.next(),
        claimId,
        step,
        actor,
        json.write(detail),
        clock.instant());
  }
}
