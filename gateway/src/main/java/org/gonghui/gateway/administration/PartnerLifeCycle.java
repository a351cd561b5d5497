package org.gonghui.gateway.administration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gonghui.kit.lifecycle.StateMachine;

/** Shows the life of a partner to frontends. */
class PartnerLifeCycle {
  @Produces
  @Singleton
  StateMachine partner() {
    return StateMachine.of("partner", PartnerStatus.class);
  }
}
