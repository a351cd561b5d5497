package org.gonghui.aid.lead;

import static jakarta.persistence.EnumType.STRING;
import static org.gonghui.aid.lead.LeadProblems.NOT_AN_OUTCOME;
import static org.gonghui.aid.lead.LeadProblems.NOT_YOUR_LEAD;
import static org.gonghui.aid.lead.LeadProblems.TOO_FEW_ATTEMPTS;
import static org.gonghui.aid.lead.LeadStatus.ASSIGNED;
import static org.gonghui.aid.lead.LeadStatus.CLOSED;
import static org.gonghui.aid.lead.LeadStatus.CONTACTED;
import static org.gonghui.aid.lead.LeadStatus.OPEN;
import static org.gonghui.aid.lead.LeadStatus.UNREACHABLE;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** A person who may need help, until an officer knows whether. */
@Entity
public class Lead {
  private static final int ATTEMPTS_BEFORE_UNREACHABLE = 3;

  @Id private UUID id;
  @Version private long version;
  private String no;
  private String personKey;
  private String area;

  @Enumerated(STRING)
  private LeadStatus status;

  private LocalDate dueOn;
  private @Nullable String officer;
  private @Nullable String outcomeReason;
  private Instant openedAt;
  private @Nullable Instant closedAt;

  protected Lead() {}

  Lead(String no, PersonKey personKey, String area, LocalDate dueOn, Instant openedAt) {
    this.id = Uuid7.next();
    this.no = no;
    this.personKey = personKey.value();
    this.area = area;
    this.status = OPEN;
    this.dueOn = dueOn;
    this.openedAt = openedAt;
  }

  LeadEvent.Opened opened(Signal.Source source) {
    return new LeadEvent.Opened(id, personKey(), area, source, openedAt);
  }

  /** An officer takes it, or takes it over from a colleague. */
  void assignTo(String newOfficer) {
    status = status.requireNext(ASSIGNED);
    officer = newOfficer;
  }

  /** Notes a try to reach the person; only its own officer works on a lead. */
  ContactAttempt contact(
      ContactAttempt.Channel channel, boolean reached, String caller, Instant now) {
    requireOfficer(caller);
    var contacted = status.requireNext(CONTACTED);
    if (reached) {
      status = contacted;
    }
    return new ContactAttempt(id, channel, reached, caller, now);
  }

  /** Ends it with a reason; unreachable needs three attempts on three days. */
  LeadEvent.Closed close(
      LeadStatus outcome,
      String reason,
      String caller,
      Collection<ContactAttempt> attempts,
      Instant now) {
    if (outcome.isLive() || outcome == CLOSED) {
      throw NOT_AN_OUTCOME.at("/outcome", "%s is not an officer's outcome".formatted(outcome));
    }
    var ended = status.requireNext(outcome);
    requireOfficer(caller);
    if (outcome == UNREACHABLE && daysTried(attempts) < ATTEMPTS_BEFORE_UNREACHABLE) {
      throw TOO_FEW_ATTEMPTS.because("tried on %d of 3 days", daysTried(attempts));
    }
    status = ended;
    outcomeReason = reason;
    closedAt = now;
    return new LeadEvent.Closed(id, personKey(), area, outcome, now);
  }

  private static long daysTried(Collection<ContactAttempt> attempts) {
    return attempts.stream()
        .map(attempt -> attempt.at().atZone(ClockProducer.ZONE).toLocalDate())
        .distinct()
        .count();
  }

  private void requireOfficer(String caller) {
    if (officer != null && !officer.equals(caller)) {
      throw NOT_YOUR_LEAD.because("take the lead over first");
    }
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String no() {
    return no;
  }

  public PersonKey personKey() {
    return new PersonKey(personKey);
  }

  public String area() {
    return area;
  }

  public LeadStatus status() {
    return status;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public @Nullable String officer() {
    return officer;
  }

  public @Nullable String outcomeReason() {
    return outcomeReason;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public @Nullable Instant closedAt() {
    return closedAt;
  }
}
