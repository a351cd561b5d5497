package org.gonghui.acceptance.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A worker on an employer's roster; a new joiner has no day since when it was covered. */
public record Member(
    int index,
    String name,
    String citizenId,
    String phone,
    LocalDate hiredOn,
    String account,
    String bankCode,
    @Nullable LocalDate coveredSince) {}
