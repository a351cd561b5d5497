package org.gonghui.aid.jobaid.placement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.person.PersonKey;

/** What others hear of placements. */
public sealed interface PlacementEvent extends DomainEvent {
  /** A person has begun to work, and there is proof. */
  record Confirmed(
      UUID placementId, PersonKey personKey, String area, LocalDate startOn, Instant at)
      implements PlacementEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Confirmed _ -> "aid.placement.confirmed.v1";
    };
  }

  @Override
  default UUID aggregateId() {
    return switch (this) {
      case Confirmed confirmed -> confirmed.placementId();
    };
  }
}
