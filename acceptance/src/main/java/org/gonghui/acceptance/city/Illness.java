package org.gonghui.acceptance.city;

import java.time.LocalDate;

/** The first diagnosis of a listed critical illness. */
public record Illness(
    int no, int member, String county, String diagnosis, LocalDate diagnosedOn, int visits) {}
