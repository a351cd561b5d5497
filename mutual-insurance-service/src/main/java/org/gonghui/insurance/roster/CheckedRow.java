package org.gonghui.insurance.roster;

import java.time.LocalDate;
import java.util.List;
import org.gonghui.kit.person.CitizenId;
import org.jspecify.annotations.Nullable;

/** A row after the checks that need nothing but itself: what it says, and all its faults. */
public record CheckedRow(
    int rowNo,
    List<String> original,
    String name,
    @Nullable CitizenId id,
    @Nullable String phone,
    @Nullable LocalDate hireDate,
    @Nullable String account,
    @Nullable String bank,
    @Nullable Boolean consent,
    @Nullable LocalDate coveredSince,
    List<RowFault> faults) {

  public boolean isRejected() {
    return faults.stream().anyMatch(fault -> !fault.code().isWarning());
  }

  public List<String> codes() {
    return faults.stream().map(fault -> fault.code().name()).distinct().toList();
  }

  /** The same under the number and with the order of cells that it had before its correction. */
  public CheckedRow asCorrectionOf(int oldRowNo, List<String> cells) {
    return new CheckedRow(
        oldRowNo, cells, name, id, phone, hireDate, account, bank, consent, coveredSince, faults);
  }

  @Override
  public String toString() {
    return "CheckedRow[%d, %s]".formatted(rowNo, codes());
  }
}
