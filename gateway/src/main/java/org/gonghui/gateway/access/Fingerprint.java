package org.gonghui.gateway.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of a token, under which it is remembered without being kept. */
record Fingerprint(long one, long two, long three, long four) {

  static Fingerprint of(MessageDigest sha256, String token) {
    var hash = ByteBuffer.wrap(sha256.digest(token.getBytes(ISO_8859_1)));
    return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException(cause);
    }
  }

  @Override
  public int hashCode() {
    return (int) one;
  }
}
