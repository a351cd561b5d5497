package org.gonghui.aid.person;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.gonghui.kit.person.EncryptedText;
import org.gonghui.kit.person.Masking;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** One row for a person, whatever room knows them; what names them is sealed. */
@Entity
public class Person {
  @Id private UUID id;
  @Version private long version;
  private String personKey;

  @Convert(converter = EncryptedText.class)
  private String idNumber;

  @Convert(converter = EncryptedText.class)
  private String name;

  @Convert(converter = EncryptedText.class)
  private @Nullable String phone;

  private LocalDate birthDate;
  private @Nullable LocalDate deceasedOn;
  private Instant createdAt;

  protected Person() {}

  public PersonKey personKey() {
    return new PersonKey(personKey);
  }

  public String maskedName() {
    return Masking.name(name);
  }

  /** Age in completed years. */
  public int ageOn(LocalDate day) {
    return Period.between(birthDate, day).getYears();
  }
}
