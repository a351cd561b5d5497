package org.gonghui.acceptance.bench.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Many partners with a key each, as a file from which a gateway learns them. */
record GeneratedKeys(List<String> texts, Path file) {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int PUBLIC_ID = 12;
  private static final int SECRET = 52;
  private static final int BITS = 5;

  static GeneratedKeys make(int count, String pepper, Path file) {
    var random = new Random(count);
    var texts = new ArrayList<String>();
    var partners = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < count; i++) {
      var publicId = text(random, PUBLIC_ID);
      var secret = text(random, SECRET);
      texts.add(signed("ghk_" + publicId + "_" + secret));
      partners.add(partner(i, publicId, hash(pepper, secret)));
    }
    try {
      new ObjectMapper().writeValue(file.toFile(), Map.of("partners", partners));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return new GeneratedKeys(texts, file);
  }

  private static Map<String, Object> partner(int number, String publicId, String hash) {
    return Map.of(
        "id",
        "partner-" + number,
        "name",
        "Partner " + number,
        "area",
        "3306",
        "scopes",
        List.of("mutual-insurance:settlements:write"),
        "providers",
        List.of("*"),
        "publicId",
        publicId,
        "secretHmac",
        hash);
  }

  private static String text(Random random, int length) {
    var text = new StringBuilder();
    IntStream.range(0, length).forEach(_ -> text.append(BASE32.charAt(random.nextInt(32))));
    return text.toString();
  }

  /** With the checksum by which rubbish is told from keys. */
  private static String signed(String start) {
    var crc = new CRC32();
    crc.update(start.getBytes(US_ASCII));
    var bits =
        (long) ByteBuffer.allocate(4).putInt((int) crc.getValue()).getInt(0) << 3 & 0x7FFFFFFFFL;
    var checksum = new StringBuilder();
    for (var shift = 30; shift >= 0; shift -= BITS) {
      checksum.append(BASE32.charAt((int) (bits >> shift & 31)));
    }
    return start + "_" + checksum;
  }

  private static String hash(String pepper, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(pepper), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(US_ASCII)));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
