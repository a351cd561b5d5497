package org.gonghui.aid.lead;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where a lead stands. The switch is the whole life cycle. */
public enum LeadStatus {
  OPEN,
  ASSIGNED,
  CONTACTED,
  FILE_OPENED,
  AIDED,
  NOT_NEEDED,
  DECLINED,
  UNREACHABLE,
  CLOSED;

  boolean mayBecome(LeadStatus next) {
    return switch (this) {
      case OPEN -> next == ASSIGNED || next == CLOSED;
      case ASSIGNED -> EnumSet.of(ASSIGNED, CONTACTED, UNREACHABLE, CLOSED).contains(next);
      case CONTACTED ->
          EnumSet.of(CONTACTED, FILE_OPENED, AIDED, NOT_NEEDED, DECLINED, UNREACHABLE, CLOSED)
              .contains(next);
      case FILE_OPENED, AIDED, NOT_NEEDED, DECLINED, UNREACHABLE, CLOSED -> false;
    };
  }

  /** Whether somebody still has to look after it. */
  boolean isLive() {
    return switch (this) {
      case OPEN, ASSIGNED, CONTACTED -> true;
      case FILE_OPENED, AIDED, NOT_NEEDED, DECLINED, UNREACHABLE, CLOSED -> false;
    };
  }

  Set<LeadStatus> next() {
    var allowed = EnumSet.noneOf(LeadStatus.class);
    Arrays.stream(values()).filter(this::mayBecome).forEach(allowed::add);
    return allowed;
  }
}
