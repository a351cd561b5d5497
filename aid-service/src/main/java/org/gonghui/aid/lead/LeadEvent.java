package org.gonghui.aid.lead;

import java.time.Instant;
import java.util.UUID;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.person.PersonKey;

/** What other services and the statistics hear of leads. */
public sealed interface LeadEvent extends DomainEvent {
  /** A person who may need help was found. */
  record Opened(UUID leadId, PersonKey personKey, String area, Signal.Source source, Instant at)
      implements LeadEvent {}

  /** A lead has its outcome. */
  record Closed(UUID leadId, PersonKey personKey, String area, LeadStatus outcome, Instant at)
      implements LeadEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Opened _ -> "aid.lead.opened.v1";
      case Closed _ -> "aid.lead.closed.v1";
    };
  }

  @Override
  default UUID aggregateId() {
    return switch (this) {
      case Opened opened -> opened.leadId();
      case Closed closed -> closed.leadId();
    };
  }
}
