package org.gonghui.insurance.member;

import java.util.UUID;
import org.gonghui.kit.person.CreditCode;

/** A unit that enrols its workers (参保单位). */
public record Employer(
    UUID id, int version, CreditCode creditCode, String name, String unitType, String area) {}
