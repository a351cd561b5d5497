package org.gonghui.kit.area;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An administrative division for the time that its code was in use; {@code validUntil} is
 * exclusive.
 */
public record Area(
    String code,
    String name,
    Kind kind,
    @Nullable String parent,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable String successor) {

  /** The level, or a functional zone without a statutory code of its own. */
  public enum Kind {
    CITY,
    COUNTY,
    TOWN,
    ZONE
  }

  public boolean isValidOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validUntil == null || day.isBefore(validUntil));
  }

  public boolean contains(String otherCode) {
    return otherCode.startsWith(code);
  }
}
