package org.gonghui.gateway.stage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gonghui.gateway.partner.KeyText;

/** Makes partner keys, and what is stored of them. */
public final class PartnerKeys {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private PartnerKeys() {}

  public static KeyText make() {
    return new KeyText(text(12), text(52));
  }

  private static String text(int length) {
    var text = new StringBuilder();
    for (var i = 0; i < length; i++) {
      text.append(BASE32.charAt(RANDOM.nextInt(BASE32.length())));
    }
    return text.toString();
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
