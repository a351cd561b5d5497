package org.gonghui.insurance.death;

import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.kit.person.PersonKey;

/** A death benefit that is to be shared: by which claim, after whom, and the day of the death. */
public record Estate(UUID claimId, PersonKey member, LocalDate diedOn) {
  public static Estate of(Claim claim) {
    return new Estate(claim.id(), claim.head().personKey(), claim.head().eventDate());
  }
}
