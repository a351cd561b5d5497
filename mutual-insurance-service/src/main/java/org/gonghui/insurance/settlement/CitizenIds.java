package org.gonghui.insurance.settlement;

import java.time.LocalDate;
import java.util.Locale;
import org.gonghui.kit.person.CitizenId;

/** Identity numbers in requests. */
public final class CitizenIds {
  private CitizenIds() {}

  /** The number, or a refusal that points at its field and never repeats it. */
  public static CitizenId require(String text, String pointer, LocalDate today) {
    var number = CitizenId.normalise(text);
    var defect = CitizenId.defectOf(number);
    if (defect != null) {
      throw CitizenId.INVALID_ID.at(
          pointer, "wrong " + defect.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    var id = new CitizenId(number);
    if (id.birthDate().isAfter(today)) {
      throw CitizenId.INVALID_ID.at(pointer, "birth lies in the future");
    }
    return id;
  }
}
