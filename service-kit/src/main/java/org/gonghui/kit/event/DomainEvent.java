package org.gonghui.kit.event;

import java.time.Instant;
import java.util.UUID;

/**
 * News of one aggregate for the other services, told by the components of a record: ids, person
 * keys, areas, amounts and dates, never a name, number or illness.
 */
public interface DomainEvent {
  /** The wire name without the reverse domain, such as {@code mutual-insurance.claim.paid.v1}. */
  String type();

  /** The aggregate that it happened to: subject, Kafka key, and the unit of order. */
  UUID aggregateId();

  /** When it happened. */
  Instant at();
}
