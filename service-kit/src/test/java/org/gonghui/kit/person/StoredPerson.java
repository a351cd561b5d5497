package org.gonghui.kit.person;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** Somebody whose number is kept sealed. */
@Entity
public class StoredPerson {
  @Id private UUID id;

  @Convert(converter = EncryptedText.class)
  private String idNumber;

  protected StoredPerson() {}

  StoredPerson(UUID id, String idNumber) {
    this.id = id;
    this.idNumber = idNumber;
  }

  String idNumber() {
    return idNumber;
  }
}
