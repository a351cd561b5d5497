package org.gonghui.insurance.settlement;

import java.util.Set;
import org.gonghui.kit.lifecycle.LifeCycle;

/** Where a settlement stands. */
public enum SettlementStatus implements LifeCycle<SettlementStatus> {
  RECEIVED,
  CLAIMED,
  ATTACHED,
  NOT_PAYABLE,
  NOT_COVERED,
  NO_CONSENT,
  VOIDED,
  REPLACED;

  /** What may follow; a settlement without consent or cover may be sent again. */
  @Override
  public Set<SettlementStatus> next() {
    return switch (this) {
      case RECEIVED, NOT_COVERED, NO_CONSENT ->
          Set.of(CLAIMED, ATTACHED, NOT_PAYABLE, NOT_COVERED, NO_CONSENT, VOIDED, REPLACED);
      case CLAIMED, ATTACHED, NOT_PAYABLE -> Set.of(VOIDED, REPLACED);
      case VOIDED, REPLACED -> Set.of();
    };
  }

  /** Whether nothing of its content was kept, so that the source sends it again. */
  boolean isUnprocessed() {
    return switch (this) {
      case RECEIVED, NOT_COVERED, NO_CONSENT -> true;
      case CLAIMED, ATTACHED, NOT_PAYABLE, VOIDED, REPLACED -> false;
    };
  }
}
