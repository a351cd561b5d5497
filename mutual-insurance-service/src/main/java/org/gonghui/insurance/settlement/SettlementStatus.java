package org.gonghui.insurance.settlement;

import java.util.List;

/** Where a settlement stands. */
public enum SettlementStatus {
  RECEIVED,
  CLAIMED,
  ATTACHED,
  NOT_PAYABLE,
  NOT_COVERED,
  NO_CONSENT,
  VOIDED,
  REPLACED;

  /** What may follow; a settlement without consent or cover may be sent again. */
  public List<SettlementStatus> next() {
    return switch (this) {
      case RECEIVED, NOT_COVERED, NO_CONSENT ->
          List.of(CLAIMED, ATTACHED, NOT_PAYABLE, NOT_COVERED, NO_CONSENT, VOIDED, REPLACED);
      case CLAIMED, ATTACHED, NOT_PAYABLE -> List.of(VOIDED, REPLACED);
      case VOIDED, REPLACED -> List.of();
    };
  }

  boolean mayBecome(SettlementStatus status) {
    return next().contains(status);
  }

  /** Whether nothing of its content was kept, so that the source sends it again. */
  boolean isUnprocessed() {
    return switch (this) {
      case RECEIVED, NOT_COVERED, NO_CONSENT -> true;
      case CLAIMED, ATTACHED, NOT_PAYABLE, VOIDED, REPLACED -> false;
    };
  }
}
