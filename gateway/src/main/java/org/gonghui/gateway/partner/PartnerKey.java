package org.gonghui.gateway.partner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One key of one partner, as the gateway needs it to let a request pass. */
public record PartnerKey(
    String publicId,
    byte[] secretHash,
    boolean active,
    Instant notBefore,
    Instant expiresAt,
    List<String> scopes,
    String partnerId,
    String partnerName,
    @Nullable String area,
    List<String> providers) {

  public boolean isUsable(long nowMillis) {
    return active && nowMillis >= notBefore.toEpochMilli() && nowMillis < expiresAt.toEpochMilli();
  }
}
