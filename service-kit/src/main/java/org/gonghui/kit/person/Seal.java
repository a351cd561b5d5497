package org.gonghui.kit.person;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts texts for rest with AES-256-GCM. The key id stands before each ciphertext: the primary
 * key of the set seals, every enabled key opens, so keys rotate without a stop.
 */
@Singleton
@Unremovable
public class Seal {
  private static final int PREFIX = 5;
  private static final byte[] NO_CONTEXT = {};

  private final Aead aead;
  private final int primaryKeyId;

  public Seal(@ConfigProperty(name = "gonghui.keyset") String keyset) {
    try {
      AeadConfig.register();
      var json = new String(Base64.getDecoder().decode(keyset), StandardCharsets.UTF_8);
      KeysetHandle keys =
          TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
      aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
      primaryKeyId = keys.getPrimary().getId();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("GONGHUI_KEYSET is not a usable keyset", e);
    }
  }

  public byte[] seal(String text) {
    try {
      return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), NO_CONTEXT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt", e);
    }
  }

  public String open(byte[] sealed) {
    try {
      return new String(aead.decrypt(sealed, NO_CONTEXT), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot decrypt: tampered with, or its key is gone", e);
    }
  }

  int primaryKeyId() {
    return primaryKeyId;
  }

  /** Whether it was sealed with an older key and should be sealed anew. */
  public boolean isOutdated(byte[] sealed) {
    return sealed.length < PREFIX || ByteBuffer.wrap(sealed).getInt(1) != primaryKeyId;
  }

  /** Seals it anew with the primary key. */
  public byte[] renew(byte[] sealed) {
    return seal(open(sealed));
  }
}
