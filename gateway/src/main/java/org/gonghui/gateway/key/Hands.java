package org.gonghui.gateway.key;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Through whose hands a key went; the names are log-in names. */
@Embeddable
public record Hands(
    String createdBy,
    Instant createdAt,
    String changedBy,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable String revokedBy,
    @Nullable Instant revokedAt,
    @Nullable String revocationReason) {

  public static Hands of(String maker, Instant now) {
    return new Hands(maker, now, maker, null, null, null, null, null);
  }

  boolean made(String name) {
    return createdBy.equals(name) || changedBy.equals(name);
  }

  Hands changedBy(String name) {
    return new Hands(createdBy, createdAt, name, approvedBy, approvedAt, null, null, null);
  }

  Hands approvedBy(String name, Instant now) {
    return new Hands(createdBy, createdAt, changedBy, name, now, null, null, null);
  }

  Hands revokedBy(String name, String reason, Instant now) {
    return new Hands(createdBy, createdAt, changedBy, approvedBy, approvedAt, name, now, reason);
  }
}
