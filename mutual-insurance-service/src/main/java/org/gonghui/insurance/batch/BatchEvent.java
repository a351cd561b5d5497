package org.gonghui.insurance.batch;

import java.time.Instant;
import java.util.UUID;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;

/** News of rosters. */
public sealed interface BatchEvent extends DomainEvent {
  /** Every row of a roster is applied, skipped or rejected. */
  record Applied(
      UUID batchId,
      CreditCode employer,
      String area,
      int planYear,
      int total,
      int applied,
      int skipped,
      int rejected,
      Money amount,
      Instant at)
      implements BatchEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Applied _ -> "mutual-insurance.enrolment-batch.applied.v1";
    };
  }

  @Override
  default UUID aggregateId() {
    return switch (this) {
      case Applied event -> event.batchId();
    };
  }
}
