package org.gonghui.gateway.administration;

import java.util.EnumSet;
import java.util.Set;
import org.gonghui.kit.lifecycle.LifeCycle;

/** Where a partner stands; none of the keys of a suspended one is taken. */
public enum PartnerStatus implements LifeCycle<PartnerStatus> {
  ACTIVE,
  SUSPENDED;

  @Override
  public Set<PartnerStatus> next() {
    return switch (this) {
      case ACTIVE -> EnumSet.of(SUSPENDED);
      case SUSPENDED -> EnumSet.of(ACTIVE);
    };
  }
}
