package org.gonghui.insurance.settlement;

import java.time.Instant;
import java.util.UUID;
import org.gonghui.insurance.enrolment.Cover;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * A settlement of a covered person who agreed to benefits without application; the claims listen in
 * the same transaction and finish it.
 */
public record SettlementArrived(
    UUID settlementId,
    String source,
    PersonKey person,
    Stay stay,
    Cover cover,
    PlanYear year,
    Instant judgedAt,
    @Nullable UUID replacedClaim) {

  /** A source took a settlement back. */
  public record Voided(UUID settlementId, @Nullable UUID claimId, String source) {}
}
