package org.gonghui.aid.lead;

import static org.gonghui.aid.lead.Signal.Source.HIGH_OUT_OF_POCKET;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.gonghui.kit.inbox.EventHandler;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.person.PersonKey;

/**
 * A year of hospital bills that leaves a person much to pay opens a lead, or joins the one that is
 * open.
 */
@ApplicationScoped
public class HighOutOfPocket implements EventHandler<HighOutOfPocket.Rest> {
  private final Leads leads;
  private final LeadDeadline deadline;
  private final EntityManager entities;
  private final Outbox outbox;
  private final Clock clock;

  HighOutOfPocket(
      Leads leads, LeadDeadline deadline, EntityManager entities, Outbox outbox, Clock clock) {
    this.leads = leads;
    this.deadline = deadline;
    this.entities = entities;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What mutual insurance tells: the rest of all of a person's bills of one plan year. */
  public record Rest(PersonKey personKey, String area, int planYear, Money rest) {}

  @Override
  public String type() {
    return "org.gonghui.mutual-insurance.claim.high-out-of-pocket.v1";
  }

  @Override
  public Class<Rest> payload() {
    return Rest.class;
  }

  /**
   * The event comes once per person and year, but may be sent again under another id: the pair is
   * the signal's key.
   */
  @Override
  public void handle(Rest rest, Envelope envelope) {
    var key = rest.personKey() + ":" + rest.planYear();
    if (leads.knows(HIGH_OUT_OF_POCKET, key)) {
      return;
    }
    var now = clock.instant();
    var lead = leads.findLive(rest.personKey()).orElseGet(() -> open(rest, now));
    entities.persist(new Signal(lead.id(), HIGH_OUT_OF_POCKET, key, rest.rest(), now));
    entities.flush();
  }

  private Lead open(Rest rest, Instant now) {
    var today = clock.instant().atZone(clock.getZone()).toLocalDate();
    var no = leads.nextNo(today.getYear());
    var lead = new Lead(no, rest.personKey(), rest.area(), deadline.dueOn(today), now);
    leads.persistAndFlush(lead);
    outbox.record(lead.opened(HIGH_OUT_OF_POCKET));
    return lead;
  }
}
