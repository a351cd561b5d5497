package org.gonghui.gateway.key;

import java.time.Instant;
import java.util.UUID;
import org.gonghui.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happened to a partner key. */
public sealed interface KeyEvent extends DomainEvent {
  /** A key was made; one that moves money waits for a second person. */
  record Issued(
      UUID keyId,
      UUID partnerId,
      String area,
      KeyStatus status,
      @Nullable UUID replaces,
      Instant expiresAt,
      Instant at)
      implements KeyEvent {}

  /** A second person agreed. */
  record Approved(UUID keyId, UUID partnerId, String area, Instant at) implements KeyEvent {}

  /** Another key takes its place; until then both work. */
  record Superseded(
      UUID keyId, UUID partnerId, String area, UUID successor, Instant endsAt, Instant at)
      implements KeyEvent {}

  /** No gateway takes it any more. */
  record Revoked(UUID keyId, UUID partnerId, String area, Instant at) implements KeyEvent {}

  /** It ends soon and nothing has replaced it yet. */
  record Expiring(
      UUID keyId, UUID partnerId, String area, Instant expiresAt, int daysLeft, Instant at)
      implements KeyEvent {}

  UUID keyId();

  @Override
  default UUID aggregateId() {
    return keyId();
  }

  @Override
  default String type() {
    return switch (this) {
      case Issued _ -> "gateway.partner-key.issued.v1";
      case Approved _ -> "gateway.partner-key.approved.v1";
      case Superseded _ -> "gateway.partner-key.superseded.v1";
      case Revoked _ -> "gateway.partner-key.revoked.v1";
      case Expiring _ -> "gateway.partner-key.expiring.v1";
    };
  }
}
