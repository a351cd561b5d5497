package org.gonghui.gateway.key;

import java.util.EnumSet;
import java.util.Set;
import org.gonghui.kit.lifecycle.LifeCycle;

/** Where a key stands; that its time has not come or is over is told by its dates. */
public enum KeyStatus implements LifeCycle<KeyStatus> {
  PROPOSED,
  ACTIVE,
  REVOKED;

  @Override
  public Set<KeyStatus> next() {
    return switch (this) {
      case PROPOSED -> EnumSet.of(ACTIVE, REVOKED);
      case ACTIVE -> EnumSet.of(REVOKED);
      case REVOKED -> EnumSet.noneOf(KeyStatus.class);
    };
  }
}
