package org.gonghui.insurance.story;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.settlement.SettlementStatus;
import org.gonghui.kit.lifecycle.StateMachine;

/** The life cycles of claims and settlements, for frontends to draw. */
class StateMachines {
  @Produces
  @Singleton
  StateMachine claims() {
    return StateMachine.of("claim", ClaimStatus.class);
  }

  @Produces
  @Singleton
  StateMachine settlements() {
    return StateMachine.of("settlement", SettlementStatus.class);
  }
}
