package org.gonghui.aid.jobaid.placement;

import java.util.EnumSet;
import java.util.Set;
import org.gonghui.kit.lifecycle.LifeCycle;

/** Where somebody stands on the way into work. The switch is the whole life cycle. */
public enum PlacementStatus implements LifeCycle<PlacementStatus> {
  REFERRED,
  OFFERED,
  PLACED,
  ENDED,
  DECLINED;

  @Override
  public Set<PlacementStatus> next() {
    return switch (this) {
      case REFERRED -> EnumSet.of(OFFERED, DECLINED);
      case OFFERED -> EnumSet.of(PLACED, DECLINED);
      case PLACED -> EnumSet.of(ENDED);
      case ENDED, DECLINED -> EnumSet.noneOf(PlacementStatus.class);
    };
  }
}
