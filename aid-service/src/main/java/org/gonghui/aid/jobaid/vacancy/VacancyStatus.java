package org.gonghui.aid.jobaid.vacancy;

import java.util.EnumSet;
import java.util.Set;
import org.gonghui.kit.lifecycle.LifeCycle;

/** Where a vacancy stands. The switch is the whole life cycle. */
public enum VacancyStatus implements LifeCycle<VacancyStatus> {
  OPEN,
  FILLED,
  CLOSED,
  EXPIRED;

  @Override
  public Set<VacancyStatus> next() {
    return switch (this) {
      case OPEN -> EnumSet.of(FILLED, CLOSED, EXPIRED);
      case FILLED, CLOSED, EXPIRED -> EnumSet.noneOf(VacancyStatus.class);
    };
  }
}
