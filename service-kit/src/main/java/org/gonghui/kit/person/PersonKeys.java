package org.gonghui.kit.person;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keyed hashes of what must be found again but not be readable. */
@Singleton
@Unremovable
public class PersonKeys {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_SECRET = 32;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final ThreadLocal<Mac> macs;

  public PersonKeys(@ConfigProperty(name = "gonghui.person-key-secret") String secret) {
    var bytes = Base64.getDecoder().decode(secret);
    if (bytes.length < SHORTEST_SECRET) {
      throw new IllegalArgumentException("GONGHUI_PERSON_KEY_SECRET has less than 32 bytes");
    }
    var key = new SecretKeySpec(bytes, ALGORITHM);
    macs = ThreadLocal.withInitial(() -> macOf(key));
  }

  /** The same person has the same key in every service. */
  public PersonKey of(CitizenId id) {
    return new PersonKey(hash(id.number()));
  }

  /** A blind index for exact look-up, such as of a bank account; each purpose has its own. */
  public String blindIndex(String purpose, String text) {
    return hash(purpose + '\0' + text);
  }

  private String hash(String text) {
    return BASE64.encodeToString(macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Mac macOf(SecretKeySpec key) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
