package org.gonghui.aid.lead;

import java.util.EnumSet;
import java.util.Set;
import org.gonghui.kit.lifecycle.LifeCycle;

/** Where a lead stands. The switch is the whole life cycle. */
public enum LeadStatus implements LifeCycle<LeadStatus> {
  OPEN,
  ASSIGNED,
  CONTACTED,
  FILE_OPENED,
  AIDED,
  NOT_NEEDED,
  DECLINED,
  UNREACHABLE,
  CLOSED;

  /** Whether somebody still has to look after it. */
  boolean isLive() {
    return !next().isEmpty();
  }

  @Override
  public Set<LeadStatus> next() {
    return switch (this) {
      case OPEN -> EnumSet.of(ASSIGNED, CLOSED);
      case ASSIGNED -> EnumSet.of(ASSIGNED, CONTACTED, UNREACHABLE, CLOSED);
      case CONTACTED ->
          EnumSet.of(CONTACTED, FILE_OPENED, AIDED, NOT_NEEDED, DECLINED, UNREACHABLE, CLOSED);
      case FILE_OPENED, AIDED, NOT_NEEDED, DECLINED, UNREACHABLE, CLOSED ->
          EnumSet.noneOf(LeadStatus.class);
    };
  }
}
