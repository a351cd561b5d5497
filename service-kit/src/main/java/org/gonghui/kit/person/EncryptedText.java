package org.gonghui.kit.person;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a text encrypted in a {@code bytea} column: {@code @Convert(converter =
 * EncryptedText.class)}.
 */
@Converter
public class EncryptedText implements AttributeConverter<String, byte[]> {
  private final Seal seal;

  EncryptedText(Seal seal) {
    this.seal = seal;
  }

  @Override
  public byte @Nullable [] convertToDatabaseColumn(@Nullable String text) {
    return text == null ? null : seal.seal(text);
  }

  @Override
  public @Nullable String convertToEntityAttribute(byte @Nullable [] sealed) {
    return sealed == null ? null : seal.open(sealed);
  }
}
