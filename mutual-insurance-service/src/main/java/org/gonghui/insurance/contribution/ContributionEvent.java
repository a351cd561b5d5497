package org.gonghui.insurance.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;

/** News of contributions. */
public sealed interface ContributionEvent extends DomainEvent {
  /** A due is paid in full; covers start. */
  record DuePaid(
      UUID dueId,
      UUID batchId,
      CreditCode employer,
      String area,
      int planYear,
      int heads,
      Money amount,
      Money unionShare,
      LocalDate paidOn,
      Instant at)
      implements ContributionEvent {}

  @Override
  default String type() {
    return switch (this) {
      case DuePaid _ -> "mutual-insurance.contribution-due.paid.v1";
    };
  }

  @Override
  default UUID aggregateId() {
    return switch (this) {
      case DuePaid event -> event.dueId();
    };
  }
}
