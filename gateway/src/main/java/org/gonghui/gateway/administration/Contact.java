package org.gonghui.gateway.administration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.gonghui.kit.person.Masking;
import org.jspecify.annotations.Nullable;

/** Whom to call at a partner: a person, and so sealed at rest and masked in answers. */
public record Contact(
    @NotBlank @Size(max = 100) String name,
    @Nullable @Size(max = 30) @Pattern(regexp = "[0-9+() -]{3,30}") String phone,
    @Nullable @Size(max = 200) @Pattern(regexp = "[^@\\s]{1,100}@[^@\\s]{1,99}") String email) {

  Contact masked() {
    return new Contact(
        Masking.name(name),
        phone == null ? null : Masking.phone(phone),
        email == null ? null : "***" + email.substring(email.indexOf('@')));
  }
}
