package org.gonghui.insurance.payment;

import java.time.Instant;
import java.util.UUID;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.money.Money;

/** News of payment batches. */
public sealed interface PaymentEvent extends DomainEvent {
  UUID batchId();

  /** The batch went to the bank. */
  record Dispatched(
      UUID batchId,
      String batchNo,
      String area,
      String planCode,
      int count,
      Money total,
      Instant at)
      implements PaymentEvent {}

  /** The bank's last word on every payment of the batch is known. */
  record Settled(
      UUID batchId,
      String batchNo,
      String area,
      int paid,
      int returned,
      Money paidTotal,
      Instant at)
      implements PaymentEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Dispatched _ -> "mutual-insurance.payment-batch.dispatched.v1";
      case Settled _ -> "mutual-insurance.payment-batch.settled.v1";
    };
  }

  @Override
  default UUID aggregateId() {
    return batchId();
  }
}
