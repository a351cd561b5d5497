package org.gonghui.kit.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The keyed hash of a citizen id: the same person in every service, and nobody's number. */
@Schema(
    type = SchemaType.STRING,
    description = "The keyed hash of an identity number: the same person in every service",
    pattern = "^[A-Za-z0-9_-]{43}$",
    maxLength = 43,
    examples = "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
public record PersonKey(String value) {
  public PersonKey {
    if (!value.matches("[A-Za-z0-9_-]{43}")) {
      throw CitizenId.INVALID_ID.because("a person key has 43 characters");
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PersonKey of(String value) {
    return new PersonKey(value);
  }

  @JsonValue
  @Override
  public String toString() {
    return value;
  }
}
