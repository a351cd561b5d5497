package org.gonghui.insurance.member;

import java.time.Instant;
import java.util.UUID;

/** The confirmed bank account to which a person's benefits go. */
public record PayeeAccount(
    UUID id, String holder, String number, String bankCode, Instant usableFrom, boolean confirmed) {

  @Override
  public String toString() {
    return "PayeeAccount[%s]".formatted(id);
  }
}
