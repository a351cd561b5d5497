package org.gonghui.insurance.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.kit.person.CreditCode;

/** A request to count a covered person with another employer from a day on. */
record Transfer(
    UUID id,
    int version,
    UUID enrolmentId,
    UUID batchId,
    int rowNo,
    CreditCode employer,
    String area,
    LocalDate movedOn,
    Status status,
    String maker) {
  /** Where it stands. */
  enum Status {
    REQUESTED,
    APPROVED
  }
}
