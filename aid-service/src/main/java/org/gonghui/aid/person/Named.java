package org.gonghui.aid.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A person as somebody at a desk names them; the number goes no further than the seal. */
public record Named(
    @NotNull @Size(min = 15, max = 40) String idNumber,
    @NotBlank @Size(max = 50) String name,
    @Nullable @Pattern(regexp = "1\\d{10}") String phone) {
  @Override
  public String toString() {
    return "Named[sealed]";
  }
}
