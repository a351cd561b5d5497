package org.gonghui.insurance.review;

import static org.gonghui.insurance.claim.ClaimProblems.INVALID_CLAIM;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.gonghui.insurance.adjudication.Inputs.Origin;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimFacts.DeathReport;
import org.gonghui.insurance.claim.ClaimFacts.IllnessReport;
import org.gonghui.insurance.settlement.Stay;
import org.jspecify.annotations.Nullable;

/** Facts as they really were, with source and reason; a late filing may be accepted. */
public record FactCorrection(
    @Nullable @Valid Stay stay,
    @Nullable @Valid IllnessReport illness,
    @Nullable @Valid DeathReport death,
    @Nullable Boolean acceptLateFiling,
    @NotNull @Size(min = 2, max = 200) String source,
    @NotNull @Size(min = 5, max = 2000) String reason) {

  ClaimFacts facts(ClaimFacts before, Origin origin, LocalDate today) {
    var given = Stream.of(stay, illness, death).filter(Objects::nonNull).count();
    if (given == 0) {
      return before;
    }
    if (given > 1) {
      throw INVALID_CLAIM.at("", "give one of stay, illness and death");
    }
    var after = stated(origin, today);
    if (after.kind() != before.kind()) {
      throw INVALID_CLAIM.at("", "a claim keeps its kind");
    }
    return after;
  }

  private ClaimFacts stated(Origin origin, LocalDate today) {
    if (stay != null) {
      stay.requireSound(today);
      return ClaimFacts.of(stay, origin);
    }
    return illness == null
        ? ClaimFacts.of(Objects.requireNonNull(death), origin)
        : ClaimFacts.of(illness, origin);
  }

  @Override
  public String toString() {
    return "FactCorrection[sealed]";
  }
}
