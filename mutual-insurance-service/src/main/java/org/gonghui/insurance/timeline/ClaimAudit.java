package org.gonghui.insurance.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.Claim.Seen;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;

/** Enters what is decided about claims into the audit chain: who, why, from what to what. */
@ApplicationScoped
public class ClaimAudit {
  private static final String REASON = "reason";

  private final Audit audit;

  ClaimAudit(Audit audit) {
    this.audit = audit;
  }

  /**
   * The detail holds codes and amounts only; its reason, if it has one, is the reason of the act.
   */
  public void note(Claim claim, String action, Map<String, Object> detail) {
    var after = new HashMap<>(detail);
    after.putAll(values(claim.seen()));
    var reason = after.remove(REASON);
    audit.record(
        new Act(
            action,
            "claim",
            claim.id(),
            claim.head().area(),
            reason == null ? null : reason.toString(),
            values(claim.before()),
            after));
  }

  private static Map<String, Object> values(Seen seen) {
    return Map.of(
        "status", seen.status(),
        "granted", seen.granted(),
        "decisionNo", seen.decisionNo());
  }
}
