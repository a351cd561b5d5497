package org.gonghui.kit.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * News of one aggregate for the other services: ids, person keys, areas, amounts and dates, never a
 * name, number or illness.
 */
public interface DomainEvent {
  /** The wire name without the reverse domain, such as {@code mutual-insurance.claim.paid.v1}. */
  @JsonIgnore
  String type();

  /** The aggregate that it happened to: subject, Kafka key, and the unit of order. */
  @JsonIgnore
  UUID aggregateId();

  /** When it happened. */
  @JsonIgnore
  Instant at();
}
