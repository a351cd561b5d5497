package org.gonghui.gateway.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One key of one partner, as the gateway needs it to let a request pass. */
public record PartnerKey(
    UUID id,
    String publicId,
    Proof proof,
    boolean active,
    Instant notBefore,
    Instant expiresAt,
    List<String> scopes,
    Holder holder,
    Bounds bounds) {

  public boolean isUsable(long nowMillis) {
    return active && nowMillis >= notBefore.toEpochMilli() && nowMillis < expiresAt.toEpochMilli();
  }

  /** Whether it may be used from there; a key without addresses may be used from anywhere. */
  public boolean mayComeFrom(byte[] address) {
    var ranges = bounds.addresses();
    if (ranges.isEmpty()) {
      return true;
    }
    for (var range : ranges) {
      if (range.holds(address)) {
        return true;
      }
    }
    return false;
  }

  /** What a secret is compared with. */
  public record Proof(byte[] secretHash, int pepperVersion) {}

  /** The partner whose key it is. */
  public record Holder(String code, String name, @Nullable String area, List<String> providers) {}

  /** From where and how much; nulls leave it to the platform's own limits. */
  public record Bounds(
      List<AddressRange> addresses,
      @Nullable Integer perSecond,
      @Nullable Integer burst,
      @Nullable Quota quota) {
    public static final Bounds NONE = new Bounds(List.of(), null, null, null);
  }

  /** Requests a month, shared by the keys that replace each other. */
  public record Quota(UUID of, long monthly) {}
}
