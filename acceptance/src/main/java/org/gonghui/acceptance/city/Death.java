package org.gonghui.acceptance.city;

import java.time.LocalDate;

/** A member's death and the number of people who share the benefit. */
public record Death(
    int no, int member, String county, LocalDate diedOn, int beneficiaries, int visits) {}
