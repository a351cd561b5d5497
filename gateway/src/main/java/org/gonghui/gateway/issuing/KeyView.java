package org.gonghui.gateway.issuing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gonghui.gateway.key.Hands;
import org.gonghui.gateway.key.IssuedKey;
import org.gonghui.gateway.key.KeyTerms;
import org.jspecify.annotations.Nullable;

/** A key as operations see it. */
public record KeyView(
    UUID id,
    UUID partnerId,
    String publicId,
    List<String> scopes,
    KeyTerms terms,
    IssuedKey.State state,
    Instant notBefore,
    Instant expiresAt,
    @Nullable UUID replaces,
    @Nullable Instant lastUsedAt,
    HandsView hands,
    int pepperVersion,
    long version,
    @Schema(description = "The whole key, in the first answer only and never again")
        @Nullable String secret) {

  KeyView withSecret(String shown) {
    return new KeyView(
        id,
        partnerId,
        publicId,
        scopes,
        terms,
        state,
        notBefore,
        expiresAt,
        replaces,
        lastUsedAt,
        hands,
        pepperVersion,
        version,
        shown);
  }

  static KeyView of(IssuedKey key, UUID partner, @Nullable Instant lastUsed, Instant now) {
    return new KeyView(
        key.id(),
        partner,
        key.publicId(),
        key.scopes(),
        key.limits().terms(),
        key.state(now),
        key.notBefore(),
        key.expiresAt(),
        key.replaces(),
        lastUsed,
        HandsView.of(key.hands()),
        key.pepperVersion(),
        key.version(),
        null);
  }

  /** Who made, changed, approved and revoked it. */
  public record HandsView(
      String createdBy,
      Instant createdAt,
      String changedBy,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt,
      @Nullable String revokedBy,
      @Nullable Instant revokedAt,
      @Nullable String revocationReason) {
    static HandsView of(Hands hands) {
      return new HandsView(
          hands.createdBy(),
          hands.createdAt(),
          hands.changedBy(),
          hands.approvedBy(),
          hands.approvedAt(),
          hands.revokedBy(),
          hands.revokedAt(),
          hands.revocationReason());
    }
  }
}
