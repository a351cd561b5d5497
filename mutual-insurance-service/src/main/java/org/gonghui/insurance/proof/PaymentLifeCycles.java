package org.gonghui.insurance.proof;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gonghui.insurance.payment.PaymentBatchStatus;
import org.gonghui.insurance.payout.AttemptStatus;
import org.gonghui.insurance.payout.PayoutStatus;
import org.gonghui.kit.lifecycle.StateMachine;

/** The tables of payments that a frontend can draw. */
class PaymentLifeCycles {
  @Produces
  @Singleton
  StateMachine batch() {
    return StateMachine.of("payment-batch", PaymentBatchStatus.class);
  }

  @Produces
  @Singleton
  StateMachine payout() {
    return StateMachine.of("payout", PayoutStatus.class);
  }

  @Produces
  @Singleton
  StateMachine attempt() {
    return StateMachine.of("payout-attempt", AttemptStatus.class);
  }
}
