package org.gonghui.local.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A Tink key set with one AES-256-GCM key, written out without needing the library. */
final class Keyset {
  private static final int KEY_BYTES = 32;

  /** Protocol buffer field 3 (the key), 32 bytes long. */
  private static final byte[] KEY_FIELD = {0x1A, KEY_BYTES};

  private Keyset() {}

  static String generate() {
    var id = ByteBuffer.wrap(Secrets.random(Integer.BYTES)).getInt() & Integer.MAX_VALUE;
    var key = ByteBuffer.allocate(KEY_FIELD.length + KEY_BYTES);
    key.put(KEY_FIELD).put(Secrets.random(KEY_BYTES));
    var json =
        """
        {"primaryKeyId":%1$d,"key":[{"keyData":\
        {"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
        "value":"%2$s","keyMaterialType":"SYMMETRIC"},\
        "status":"ENABLED","keyId":%1$d,"outputPrefixType":"TINK"}]}"""
            .formatted(id, Base64.getEncoder().encodeToString(key.array()));
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
