package org.gonghui.kit.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One act as it is kept: what is hashed is exactly what is stored. */
record AuditEntry(
    Instant at,
    String actor,
    String actorName,
    String roles,
    String action,
    String subjectType,
    UUID subjectId,
    String area,
    @Nullable String reason,
    String requestId,
    String beforeJson,
    String afterJson) {

  /** Covers the previous hash, the place in the chain and every field, each with its length. */
  byte[] hash(byte[] previous, int chain, long seq) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous);
      for (var field : fields(chain, seq)) {
        var bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String[] fields(int chain, long seq) {
    return new String[] {
      String.valueOf(chain),
      String.valueOf(seq),
      at.toString(),
      actor,
      actorName,
      roles,
      action,
      subjectType,
      subjectId.toString(),
      area,
      reason == null ? "-" : "+" + reason,
      requestId,
      beforeJson,
      afterJson
    };
  }
}
