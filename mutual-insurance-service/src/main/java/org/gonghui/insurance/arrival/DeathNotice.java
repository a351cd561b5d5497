package org.gonghui.insurance.arrival;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.gonghui.insurance.adjudication.Facts.Cause;
import org.jspecify.annotations.Nullable;

/** A death as civil affairs reports it. */
public record DeathNotice(
    @NotNull @Pattern(regexp = "[A-Za-z0-9._/-]{1,64}") String noticeNo,
    @NotNull @Size(min = 15, max = 40) String idNumber,
    @NotNull LocalDate diedOn,
    @Nullable Cause cause,
    @Nullable Instant declaredAt) {
  @Override
  public String toString() {
    return "DeathNotice[%s]".formatted(noticeNo);
  }
}
