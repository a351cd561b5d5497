package org.gonghui.gateway.partner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.SecureRandom;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A partner key as it is shown once and sent: {@code ghk_<public id>_<secret>_<checksum>}, so that
 * rubbish is refused without a look-up and leaked keys can be searched for.
 */
public record KeyText(String publicId, String secret) {
  private static final String PREFIX = "ghk_";
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PUBLIC_ID = 12;
  private static final int SECRET = 52;
  private static final int CHECKSUM = 7;
  private static final int SIGNED = PREFIX.length() + PUBLIC_ID + 1 + SECRET;
  private static final int LENGTH = SIGNED + 1 + CHECKSUM;

  /** A new key: a public id, and a secret of 52 digits, which are 260 random bits. */
  public static KeyText generate() {
    return new KeyText(random(PUBLIC_ID), random(SECRET));
  }

  private static String random(int length) {
    var text = new StringBuilder(length);
    for (var i = 0; i < length; i++) {
      text.append(BASE32.charAt(RANDOM.nextInt(BASE32.length())));
    }
    return text.toString();
  }

  /** Nothing when form or checksum are wrong. */
  public static @Nullable KeyText parse(String text) {
    if (text.length() != LENGTH || !text.startsWith(PREFIX) || !isWellFormed(text)) {
      return null;
    }
    if (!text.startsWith(checksum(text.substring(0, SIGNED)), SIGNED + 1)) {
      return null;
    }
    var secretAt = PREFIX.length() + PUBLIC_ID + 1;
    return new KeyText(
        text.substring(PREFIX.length(), secretAt - 1), text.substring(secretAt, SIGNED));
  }

  private static boolean isWellFormed(String text) {
    for (var i = PREFIX.length(); i < LENGTH; i++) {
      var separator = i == PREFIX.length() + PUBLIC_ID || i == SIGNED;
      var c = text.charAt(i);
      var fits = separator ? c == '_' : c >= 'a' && c <= 'z' || c >= '2' && c <= '7';
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** The whole key, checksum included. */
  public String text() {
    var signed = PREFIX + publicId + "_" + secret;
    return signed + "_" + checksum(signed);
  }

  /** CRC-32 of what stands before it, its four bytes in base32. */
  private static String checksum(String signed) {
    var crc = new CRC32();
    crc.update(signed.getBytes(ISO_8859_1));
    var bits = crc.getValue() << 3;
    var digits = new char[CHECKSUM];
    for (var i = 0; i < CHECKSUM; i++) {
      digits[i] = BASE32.charAt((int) (bits >>> 5 * (CHECKSUM - 1 - i)) & 31);
    }
    return new String(digits);
  }

  @Override
  public String toString() {
    return PREFIX + publicId + "_***";
  }
}
