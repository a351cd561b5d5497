package org.gonghui.aid.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** A lead with its story. */
public record LeadDetail(
    LeadView lead,
    @Nullable String outcomeReason,
    List<SignalView> signals,
    List<ContactView> contacts) {

  static LeadDetail of(Lead lead, List<Signal> signals, List<ContactAttempt> attempts) {
    return new LeadDetail(
        LeadView.of(lead),
        lead.outcomeReason(),
        signals.stream().map(SignalView::of).toList(),
        attempts.stream().map(ContactView::of).toList());
  }

  /** A lead in a list. */
  public record LeadView(
      UUID id,
      String no,
      PersonKey personKey,
      String area,
      LeadStatus status,
      LocalDate dueOn,
      @Nullable String officer,
      Instant openedAt,
      @Nullable Instant closedAt) {
    static LeadView of(Lead lead) {
      return new LeadView(
          lead.id(),
          lead.no(),
          lead.personKey(),
          lead.area(),
          lead.status(),
          lead.dueOn(),
          lead.officer(),
          lead.openedAt(),
          lead.closedAt());
    }
  }

  /** Why somebody thought that help is needed. */
  public record SignalView(Signal.Source source, @Nullable Money amount, Instant seenAt) {
    static SignalView of(Signal signal) {
      return new SignalView(signal.source(), signal.amount(), signal.seenAt());
    }
  }

  /** A try to reach the person. */
  public record ContactView(
      ContactAttempt.Channel channel, boolean reached, String officer, Instant at) {
    static ContactView of(ContactAttempt attempt) {
      return new ContactView(attempt.channel(), attempt.reached(), attempt.officer(), attempt.at());
    }
  }
}
