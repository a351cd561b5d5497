package org.gonghui.insurance.settlement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.decision.Rulings.Ruling;
import org.gonghui.insurance.enrolment.Cover;
import org.gonghui.insurance.member.Person;
import org.jspecify.annotations.Nullable;

/**
 * A settlement of a covered person who agreed to benefits without application; the claims listen in
 * the same transaction and finish it.
 */
public record SettlementArrived(
    UUID settlementId,
    String source,
    Person person,
    Stay stay,
    Cover cover,
    List<Cover> covers,
    Ruling ruling,
    Instant judgedAt,
    @Nullable UUID replacedClaim) {

  /** A source took a settlement back. */
  public record Voided(UUID settlementId, @Nullable UUID claimId, String source) {}
}
