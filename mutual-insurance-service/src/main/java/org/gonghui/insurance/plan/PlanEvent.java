package org.gonghui.insurance.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.money.Money;

/** News of plan years and terms. */
public sealed interface PlanEvent extends DomainEvent {
  /** Fee, splits and windows of a year are fixed. */
  record YearAnnounced(
      UUID planYearId,
      String planCode,
      int year,
      LocalDate enrolOpen,
      LocalDate enrolClose,
      LocalDate coverFrom,
      LocalDate coverUntil,
      Money fee,
      Instant at)
      implements PlanEvent {}

  /** New terms apply. */
  record VersionInForce(
      UUID planVersionId,
      UUID planYearId,
      int no,
      LocalDate validFrom,
      LocalDate validTo,
      Instant at)
      implements PlanEvent {}

  @Override
  default String type() {
    return switch (this) {
      case YearAnnounced _ -> "mutual-insurance.plan-year.announced.v1";
      case VersionInForce _ -> "mutual-insurance.plan-version.in-force.v1";
    };
  }

  @Override
  default UUID aggregateId() {
    return switch (this) {
      case YearAnnounced event -> event.planYearId();
      case VersionInForce event -> event.planVersionId();
    };
  }
}
