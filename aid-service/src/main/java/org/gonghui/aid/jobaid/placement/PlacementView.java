package org.gonghui.aid.jobaid.placement;

import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** A placement for staff. */
public record PlacementView(
    UUID id,
    PersonKey personKey,
    String area,
    CreditCode employer,
    @Nullable UUID vacancyId,
    PlacementStatus status,
    LocalDate referredOn,
    @Nullable LocalDate startOn,
    @Nullable LocalDate endedOn,
    @Nullable String endReason,
    @Nullable LocalDate checkDueOn) {
  static PlacementView of(Placement placement) {
    return new PlacementView(
        placement.id(),
        placement.personKey(),
        placement.area(),
        placement.employer(),
        placement.vacancyId(),
        placement.status(),
        placement.referredOn(),
        placement.startOn(),
        placement.endedOn(),
        placement.endReason(),
        placement.checkDueOn());
  }
}
