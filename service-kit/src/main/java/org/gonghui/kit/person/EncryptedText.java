package org.gonghui.kit.person;

import io.quarkus.arc.Arc;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a text encrypted in a {@code bytea} column: {@code @Convert(converter =
 * EncryptedText.class)}.
 */
@Converter
public class EncryptedText implements AttributeConverter<String, byte[]> {
  @Override
  public byte @Nullable [] convertToDatabaseColumn(@Nullable String text) {
    return text == null ? null : seal().seal(text);
  }

  @Override
  public @Nullable String convertToEntityAttribute(byte @Nullable [] sealed) {
    return sealed == null ? null : seal().open(sealed);
  }

  /** Asked for late: Hibernate makes its converters before the keys can be read. */
  private static Seal seal() {
    return Arc.container().instance(Seal.class).get();
  }
}
