package org.gonghui.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token as the gateway gives it to a service, so that the direct call can be measured. */
public final class InternalToken {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int LIFE_SECONDS = 3_600;

  private InternalToken() {}

  public static String officer(String service, String base64Key) {
    var now = Instant.now().getEpochSecond();
    var claims =
        """
        {"iss":"gonghui-gateway","aud":"%s","sub":"bench","upn":"officer.city",\
        "groups":["officer"],"area":"3306","azp":"gonghui-web","kind":"USER","rid":"bench",\
        "iat":%d,"exp":%d}"""
            .formatted(service, now, now + LIFE_SECONDS);
    var signed =
        encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8))
            + "."
            + encode(claims.getBytes(UTF_8));
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(base64Key), "HmacSHA256"));
      return signed + "." + encode(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static String encode(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }
}
