package org.gonghui.gateway.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gonghui.gateway.route.GatewaySettings;
import org.gonghui.gateway.route.Route;

/** Makes each request's internal token; one per event loop, since a Mac is not shared. */
public final class InternalTokenMint {
  private static final int SECONDS_VALID = 60;
  private static final byte[] BEARER = "Bearer ".getBytes(ISO_8859_1);
  private static final int SIGNATURE_LENGTH = 43;

  private final Map<String, Mac> macs = new HashMap<>();
  private final Clock clock;
  private final Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();

  public InternalTokenMint(GatewaySettings settings, Clock clock) {
    this.clock = clock;
    settings.routes().forEach((service, row) -> macs.put(service, mac(row.internalTokenKey())));
  }

  private static Mac mac(String base64Key) {
    var key = Base64.getDecoder().decode(base64Key);
    if (key.length < 32) {
      throw new IllegalArgumentException("an internal token key has at least 32 bytes");
    }
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** The value of the Authorization header towards the route's service. */
  public String authorization(Passport passport, Route route, String requestId) {
    var head = passport.tokenHead(route);
    var tail = encoder.encode(lastClaims(requestId, clock.millis() / 1000));
    var signedLength = head.length + tail.length;
    var token = new byte[BEARER.length + signedLength + 1 + SIGNATURE_LENGTH];
    System.arraycopy(BEARER, 0, token, 0, BEARER.length);
    System.arraycopy(head, 0, token, BEARER.length, head.length);
    System.arraycopy(tail, 0, token, BEARER.length + head.length, tail.length);
    var mac = java.util.Objects.requireNonNull(macs.get(route.service()));
    mac.update(token, BEARER.length, signedLength);
    var signature = encoder.encode(mac.doFinal());
    var end = BEARER.length + signedLength;
    token[end] = '.';
    System.arraycopy(signature, 0, token, end + 1, SIGNATURE_LENGTH);
    return new String(token, ISO_8859_1);
  }

  private static byte[] lastClaims(String requestId, long nowSeconds) {
    var claims =
        ",\"rid\":\""
            + requestId
            + "\",\"iat\":"
            + nowSeconds
            + ",\"exp\":"
            + (nowSeconds + SECONDS_VALID)
            + "}";
    return claims.getBytes(ISO_8859_1);
  }
}
