package org.gonghui.gateway.key;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gonghui.kit.lifecycle.StateMachine;

/** Shows the life of a key to frontends. */
class KeyLifeCycle {
  @Produces
  @Singleton
  StateMachine partnerKey() {
    return StateMachine.of("partner-key", KeyStatus.class);
  }
}
