package org.gonghui.insurance.death;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.gonghui.kit.person.CitizenId;
import org.jspecify.annotations.Nullable;

/** Somebody who may receive a part of a death benefit; a minor through a guardian. */
public record Heir(
    int payeeNo,
    String name,
    CitizenId id,
    Relation relation,
    BigDecimal share,
    @Nullable Guardian guardian) {
  // 民法典 §17
  private static final int FULL_AGE = 18;

  /** Who takes the money of a minor, in the minor's name. */
  public record Guardian(String name, CitizenId id) {}

  public static boolean isMinor(CitizenId id, LocalDate day) {
    return id.birthDate().plusYears(FULL_AGE).isAfter(day);
  }

  boolean lacksGuardian(LocalDate day) {
    return isMinor(id, day) && guardian == null;
  }

  /** To whose account it goes. */
  CitizenId payee(LocalDate day) {
    return guardian != null && isMinor(id, day) ? guardian.id() : id;
  }

  Heir numbered(int no) {
    return new Heir(no, name, id, relation, share, guardian);
  }
}
