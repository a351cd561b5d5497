package org.gonghui.gateway.partner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of this platform that secrets of partners are hashed with. New keys are hashed with
 * the newest; the older ones stay until the last key hashed with them has ended.
 */
@Singleton
public class Peppers {
  private static final String HMAC = "HmacSHA256";
  private static final int SHORTEST = 32;

  private final TreeMap<Integer, SecretKeySpec> byVersion = new TreeMap<>();
  private final ThreadLocal<Map<Integer, Mac>> macs = ThreadLocal.withInitial(this::macs);

  @Inject
  public Peppers(PartnerSettings settings) {
    this(settings.pepper());
  }

  Peppers(List<String> told) {
    for (var one : told) {
      var colon = one.indexOf(':');
      var version = colon < 0 ? 1 : Integer.parseInt(one.substring(0, colon).strip());
      var secret = Base64.getDecoder().decode(one.substring(colon + 1).strip());
      if (secret.length < SHORTEST
          || byVersion.put(version, new SecretKeySpec(secret, HMAC)) != null) {
        throw new IllegalArgumentException(
            "peppers have 32 bytes or more and versions of their own");
      }
    }
  }

  private Map<Integer, Mac> macs() {
    var made = new TreeMap<Integer, Mac>();
    byVersion.forEach((version, key) -> made.put(version, mac(key)));
    return made;
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(cause);
    }
  }

  public int newest() {
    return byVersion.lastKey();
  }

  /** The hash of a secret, or nothing for a pepper that is no longer known. */
  public byte[] hash(int version, String secret) {
    var mac = macs.get().get(version);
    return mac == null ? new byte[0] : mac.doFinal(secret.getBytes(ISO_8859_1));
  }
}
