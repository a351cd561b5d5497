package org.gonghui.acceptance.city;

import java.time.LocalDate;
import org.gonghui.acceptance.arithmetic.Fen;

/** One hospital stay, the bill it left and how its claim reaches the platform. */
public record Stay(
    int no,
    int member,
    String county,
    Fen benefit,
    HospitalBill bill,
    LocalDate admittedOn,
    LocalDate dischargedOn,
    boolean bySettlement,
    int visits) {}
