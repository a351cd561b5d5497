package org.gonghui.insurance.bank.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gonghui.kit.money.Money;

/**
 * What the checker repeats: SHA-256 over {@code endToEndId|account index|amount} and a line feed,
 * in sequence.
 */
public final class BatchHash {
  private final MessageDigest digest;

  public BatchHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public void add(String endToEndId, String accountIndex, Money amount) {
    var line = endToEndId + "|" + accountIndex + "|" + amount + "\n";
    digest.update(line.getBytes(StandardCharsets.UTF_8));
  }

  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
