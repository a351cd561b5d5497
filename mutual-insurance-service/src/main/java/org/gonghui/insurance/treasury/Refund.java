package org.gonghui.insurance.treasury;

import java.util.Set;
import java.util.UUID;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.jspecify.annotations.Nullable;

/** Money that goes back to an employer: proposed by one person, approved by another. */
public record Refund(
    UUID id,
    int version,
    UUID dueId,
    @Nullable UUID receiptId,
    @Nullable UUID enrolmentId,
    CreditCode employer,
    String area,
    Money amount,
    String reason,
    Status status,
    String maker) {
  /** Where it stands. The switch is the whole life cycle. */
  public enum Status {
    PROPOSED,
    APPROVED,
    REFUSED,
    PAID;

    public Set<Status> next() {
      return switch (this) {
        case PROPOSED -> Set.of(APPROVED, REFUSED);
        case APPROVED -> Set.of(PAID);
        case PAID -> Set.of(APPROVED);
        case REFUSED -> Set.of();
      };
    }
  }
}
