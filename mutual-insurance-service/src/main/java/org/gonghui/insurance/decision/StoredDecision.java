package org.gonghui.insurance.decision;

import java.time.Instant;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.adjudication.Inputs;
import org.gonghui.kit.money.Money;

/** One adjudication as it was stored; never changed. */
public record StoredDecision(
    UUID id,
    UUID claimId,
    int no,
    Kind kind,
    UUID planVersionId,
    Inputs inputs,
    Decision decision,
    Money delta,
    String decidedBy,
    Instant decidedAt) {

  /** Why it was decided. */
  public enum Kind {
    INITIAL,
    REVIEW,
    APPEAL,
    READJUDICATION,
    REVERSAL
  }
}
