package org.gonghui.kit.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A rule's values for a period; {@code validTo} is exclusive, and open when absent. */
public record PolicyVersion(
    String code,
    int no,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String source,
    JsonNode values) {

  boolean isInForceOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }
}
