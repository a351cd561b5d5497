package org.gonghui.local.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * A partner's key, {@code ghk_<publicId>_<secret>_<checksum>}; only a hash of the secret is kept.
 */
record PartnerKey(String publicId, String secret) {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int PUBLIC_ID_LENGTH = 12;
  private static final int SECRET_BYTES = 32;
  private static final int BITS = 5;

  static PartnerKey generate() {
    var publicId = base32(Secrets.random(PUBLIC_ID_LENGTH)).substring(0, PUBLIC_ID_LENGTH);
    return new PartnerKey(publicId, base32(Secrets.random(SECRET_BYTES)));
  }

  static PartnerKey parse(String text) {
    var parts = text.split("_");
    return new PartnerKey(parts[1], parts[2]);
  }

  String text() {
    var start = "ghk_" + publicId + "_" + secret;
    var crc = new CRC32();
    crc.update(start.getBytes(StandardCharsets.US_ASCII));
    var checksum = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    return start + "_" + base32(checksum);
  }

  String secretHmac(String pepper) {
    return HexFormat.of().formatHex(Hmac.of(pepper, secret));
  }

  private static String base32(byte[] bytes) {
    var text = new StringBuilder();
    var buffer = 0;
    var bits = 0;
    for (var each : bytes) {
      buffer = (buffer << Byte.SIZE | each & 0xFF) & 0xFFFF;
      for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
        text.append(ALPHABET.charAt(buffer >> bits - BITS & 0x1F));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt(buffer << BITS - bits & 0x1F));
    }
    return text.toString();
  }
}
