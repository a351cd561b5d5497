package org.gonghui.insurance.adjudication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one JSON form of a value: sorted names, no nulls, so that equal values are equal bytes. */
public final class Canonical {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private Canonical() {}

  public static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a value that can be written", e);
    }
  }

  public static <T> T read(byte[] bytes, Class<T> type) {
    try {
      return JSON.readValue(bytes, type);
    } catch (IOException e) {
      throw new UncheckedIOException("stored bytes are not a " + type.getSimpleName(), e);
    }
  }

  static <T> T readResource(String name, Class<T> type) {
    try (var stream = Canonical.class.getResourceAsStream(name)) {
      return JSON.readValue(stream, type);
    } catch (IOException e) {
      throw new UncheckedIOException("no readable " + name, e);
    }
  }

  /** SHA-256 of the canonical bytes, in hex. */
  public static String hash(Object value) {
    return sha256(bytes(value));
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Reads exact digits, given as text or as a number; never by way of a double. */
  static final class ExactNumber extends StdScalarDeserializer<BigDecimal> {
    ExactNumber() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken().isNumeric()) {
        return parser.getDecimalValue();
      }
      var text = parser.getText();
      if (!text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
        return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "not a number");
      }
      return new BigDecimal(text);
    }
  }
}
