package org.gonghui.insurance.settlement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A settlement to send; declaredAt only in a backfilled plan year. */
public record NewSettlement(
    @NotNull @Pattern(regexp = "[A-Za-z0-9._/-]{1,64}") String settlementNo,
    @Nullable @Pattern(regexp = "[A-Za-z0-9._/-]{1,64}") String replaces,
    @NotNull @Size(min = 15, max = 40) String idNumber,
    @NotNull @Valid Stay stay,
    @Nullable Instant declaredAt) {
  @Override
  public String toString() {
    return "NewSettlement[%s]".formatted(settlementNo);
  }
}
