package org.gonghui.insurance.death;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.person.PersonKey;

/** The news of members. */
public sealed interface MemberEvent extends DomainEvent {
  /** A member died; told once, whoever reports it first. */
  record Deceased(UUID aggregateId, PersonKey personKey, String area, LocalDate diedOn, Instant at)
      implements MemberEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Deceased _ -> "mutual-insurance.member.deceased.v1";
    };
  }
}
