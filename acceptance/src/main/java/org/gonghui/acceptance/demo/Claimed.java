package org.gonghui.acceptance.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.gonghui.acceptance.city.Stay;
import org.gonghui.acceptance.platform.Body;

/** How stays are told, by hospitals and by people. */
final class Claimed {
  private static final int DAYS_UNTIL_TOLD = 5;
  private static final String ORDINARY_ILLNESS = "J18.9";

  private Claimed() {}

  static ObjectNode stay(Stay stay) {
    return Body.of(
        "providerCode", OpeningYear.HOSPITAL,
        "invoiceNo", "INV%07d".formatted(stay.no()),
        "admittedOn", stay.admittedOn(),
        "dischargedOn", stay.dischargedOn(),
        "diagnoses", List.of(ORDINARY_ILLNESS),
        "totalCost", stay.bill().total(),
        "fundPaid", stay.bill().fundPaid(),
        "inListSelfPaid", stay.bill().inList(),
        "offListSelfPaid", stay.bill().offList());
  }

  static LocalDate toldOn(Stay stay) {
    return stay.dischargedOn().plusDays(DAYS_UNTIL_TOLD);
  }
}
