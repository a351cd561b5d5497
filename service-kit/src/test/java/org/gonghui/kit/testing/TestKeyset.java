package org.gonghui.kit.testing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Keysets as {@code GONGHUI_KEYSET} holds them, made for one test run. */
public final class TestKeyset {
  private TestKeyset() {}

  public static String fresh() {
    try {
      AeadConfig.register();
      return encoded(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** Adds a new primary key to it; the old ones still open. */
  public static String rotated(String keyset) {
    try {
      var json = new String(Base64.getDecoder().decode(keyset), StandardCharsets.UTF_8);
      var old = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
      var key =
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId()
              .makePrimary();
      return encoded(KeysetHandle.newBuilder(old).addEntry(key).build());
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static String encoded(KeysetHandle keys) throws GeneralSecurityException {
    var json = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
