package org.gonghui.insurance.claim;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.claim.ClaimHead.Channel;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** The news of claims: the benefit kind is told; illness, hospital and papers never. */
public sealed interface ClaimEvent extends DomainEvent {
  record Drafted(@JsonUnwrapped News claim, Instant at) implements ClaimEvent {}

  record Submitted(@JsonUnwrapped News claim, Instant at) implements ClaimEvent {}

  record Approved(@JsonUnwrapped News claim, Instant at) implements ClaimEvent {}

  record Refused(@JsonUnwrapped News claim, Instant at) implements ClaimEvent {}

  record Paid(@JsonUnwrapped News claim, Instant at) implements ClaimEvent {}

  record Reversed(@JsonUnwrapped News claim, Instant at) implements ClaimEvent {}

  /** All bills of a person's plan year leave that much to pay; told once. */
  record HighOutOfPocket(
      UUID aggregateId, PersonKey personKey, String area, int planYear, Money rest, Instant at)
      implements ClaimEvent {
    @Override
    public News claim() {
      throw new IllegalStateException("it is news of a person's year, not of one claim");
    }
  }

  News claim();

  @Override
  default UUID aggregateId() {
    return claim().claimId();
  }

  @Override
  default String type() {
    return switch (this) {
      case Drafted _ -> "mutual-insurance.claim.drafted.v1";
      case Submitted _ -> "mutual-insurance.claim.submitted.v1";
      case Approved _ -> "mutual-insurance.claim.approved.v1";
      case Refused _ -> "mutual-insurance.claim.refused.v1";
      case Paid _ -> "mutual-insurance.claim.paid.v1";
      case Reversed _ -> "mutual-insurance.claim.reversed.v1";
      case HighOutOfPocket _ -> "mutual-insurance.claim.high-out-of-pocket.v1";
    };
  }

  /** What other services learn of a claim. */
  record News(
      UUID claimId,
      String claimNo,
      PersonKey personKey,
      String area,
      int planYear,
      BenefitKind benefitKind,
      Channel channel,
      LocalDate eventDate,
      Money amount,
      @Nullable String billKey,
      @Nullable Money restOutOfPocket,
      @Nullable LocalDate paidOn) {

    public static News of(Claim claim, @Nullable Money rest) {
      var head = claim.head();
      return new News(
          head.id(),
          head.no(),
          head.personKey(),
          head.area(),
          head.planYear(),
          head.kind(),
          head.channel(),
          head.eventDate(),
          claim.granted(),
          claim.links().billKey(),
          rest,
          claim.progress().paidOn());
    }
  }
}
