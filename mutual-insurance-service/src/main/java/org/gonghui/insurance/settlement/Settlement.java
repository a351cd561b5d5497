package org.gonghui.insurance.settlement;

import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** A final hospital bill as a source sent it (医保结算单); its content stays sealed. */
public record Settlement(
    UUID id,
    int version,
    String source,
    String settlementNo,
    SettlementStatus status,
    PersonKey personKey,
    LocalDate receivedOn,
    @Nullable String providerCode,
    @Nullable UUID claimId,
    @Nullable String contentHash) {

  /** What the source is told: never why. */
  public Outcome outcome() {
    return outcomeOf(status);
  }

  public static Outcome outcomeOf(SettlementStatus status) {
    return status.isUnprocessed() ? Outcome.NOT_PROCESSED : Outcome.ACCEPTED;
  }

  /** What a source learns. */
  public enum Outcome {
    ACCEPTED,
    NOT_PROCESSED
  }
}
