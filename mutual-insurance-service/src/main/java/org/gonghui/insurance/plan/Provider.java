package org.gonghui.insurance.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A designated hospital (定点医院) and the period of its designation. */
public record Provider(
    UUID id,
    int version,
    String code,
    String name,
    int level,
    String area,
    LocalDate designatedFrom,
    @Nullable LocalDate designatedUntil) {}
