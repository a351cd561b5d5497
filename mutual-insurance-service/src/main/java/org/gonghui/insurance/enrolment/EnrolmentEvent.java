package org.gonghui.insurance.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;

/** News of who is covered. */
public sealed interface EnrolmentEvent extends DomainEvent {
  UUID enrolmentId();

  /** The contribution is paid; the cover is fixed. */
  record Paid(
      UUID enrolmentId,
      PersonKey personKey,
      CreditCode employer,
      String area,
      LocalDate coverFrom,
      LocalDate coverUntil,
      Instant at)
      implements EnrolmentEvent {}

  /** The first day of cover has come. */
  record CoverStarted(
      UUID enrolmentId,
      PersonKey personKey,
      CreditCode employer,
      String area,
      LocalDate coverFrom,
      LocalDate coverUntil,
      Instant at)
      implements EnrolmentEvent {}

  /** The cover is over. */
  record CoverEnded(
      UUID enrolmentId,
      PersonKey personKey,
      CreditCode employer,
      String area,
      LocalDate coverFrom,
      LocalDate coverUntil,
      String reason,
      Instant at)
      implements EnrolmentEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Paid _ -> "mutual-insurance.enrolment.paid.v1";
      case CoverStarted _ -> "mutual-insurance.enrolment.cover-started.v1";
      case CoverEnded _ -> "mutual-insurance.enrolment.cover-ended.v1";
    };
  }

  @Override
  default UUID aggregateId() {
    return enrolmentId();
  }
}
