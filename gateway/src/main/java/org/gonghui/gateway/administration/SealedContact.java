package org.gonghui.gateway.administration;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gonghui.kit.person.EncryptedText;
import org.jspecify.annotations.Nullable;

/** Keeps a contact as one encrypted text, its three lines. */
@Converter
public class SealedContact implements AttributeConverter<Contact, byte[]> {
  private final EncryptedText text = new EncryptedText();

  @Override
  public byte @Nullable [] convertToDatabaseColumn(@Nullable Contact contact) {
    return contact == null
        ? null
        : text.convertToDatabaseColumn(
            String.join("\n", contact.name(), line(contact.phone()), line(contact.email())));
  }

  private static String line(@Nullable String value) {
    return value == null ? "" : value;
  }

  @Override
  public @Nullable Contact convertToEntityAttribute(byte @Nullable [] sealed) {
    var opened = text.convertToEntityAttribute(sealed);
    if (opened == null) {
      return null;
    }
    var lines = opened.split("\n", -1);
    return new Contact(lines[0], value(lines[1]), value(lines[2]));
  }

  private static @Nullable String value(String line) {
    return line.isEmpty() ? null : line;
  }
}
