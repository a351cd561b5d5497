package org.gonghui.gateway.stage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gonghui.gateway.partner.KeyText;

/** Makes partner keys, and what is stored of them. */
public final class PartnerKeys {
  private PartnerKeys() {}

  public static KeyText make() {
    return KeyText.generate();
  }

  public static byte[] hash(byte[] pepper, KeyText key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(pepper, "HmacSHA256"));
      return mac.doFinal(key.secret().getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
