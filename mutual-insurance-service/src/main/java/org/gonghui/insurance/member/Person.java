package org.gonghui.insurance.member;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** A worker as this service knows them; what is personal is unsealed on reading. */
public record Person(
    UUID id,
    int version,
    PersonKey personKey,
    Identity identity,
    @Nullable LocalDate diedOn,
    boolean unionPaid,
    Consent consent,
    @Nullable PayeeAccount payeeAccount) {

  /** Name and number, sealed as one value. */
  public record Identity(String name, String idNumber, @Nullable String phone) {
    @Override
    public String toString() {
      return "Identity[sealed]";
    }
  }

  public String name() {
    return identity.name();
  }

  public Optional<PayeeAccount> account() {
    return Optional.ofNullable(payeeAccount);
  }
}
