package org.gonghui.insurance.enrolment;

import java.util.Set;

/** Where an enrolment stands. The switch is the whole life cycle. */
public enum EnrolmentStatus {
  PENDING_PAYMENT,
  PAID,
  IN_COVER,
  EXPIRED,
  TERMINATED,
  WITHDRAWN,
  LAPSED;

  public Set<EnrolmentStatus> next() {
    return switch (this) {
      case PENDING_PAYMENT -> Set.of(PAID, IN_COVER, WITHDRAWN, LAPSED);
      case PAID -> Set.of(IN_COVER, WITHDRAWN, TERMINATED);
      case IN_COVER -> Set.of(EXPIRED, TERMINATED);
      case EXPIRED -> Set.of(TERMINATED);
      case TERMINATED, WITHDRAWN, LAPSED -> Set.of();
    };
  }
}
