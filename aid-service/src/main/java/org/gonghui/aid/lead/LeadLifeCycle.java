package org.gonghui.aid.lead;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gonghui.kit.lifecycle.StateMachine;

/** Shows the life of a lead to frontends. */
class LeadLifeCycle {
  @Produces
  @Singleton
  StateMachine lead() {
    return StateMachine.of("lead", LeadStatus.class);
  }
}
