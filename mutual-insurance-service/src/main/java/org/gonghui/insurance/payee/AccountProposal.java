package org.gonghui.insurance.payee;

import java.time.Instant;
import java.util.UUID;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** A payee account with where it stands; the first one counts at once, a change waits. */
public record AccountProposal(
    UUID id,
    int version,
    PersonKey personKey,
    String holder,
    String number,
    String bankCode,
    Status status,
    String maker,
    @Nullable String confirmedBy,
    @Nullable Instant usableFrom) {

  /** Whether an account counts. */
  public enum Status {
    PROPOSED,
    CONFIRMED,
    REPLACED,
    REFUSED
  }

  @Override
  public String toString() {
    return "AccountProposal[%s, %s]".formatted(id, status);
  }
}
