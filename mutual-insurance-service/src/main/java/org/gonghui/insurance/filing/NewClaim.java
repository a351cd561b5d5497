package org.gonghui.insurance.filing;

import static org.gonghui.insurance.claim.ClaimProblems.INVALID_CLAIM;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gonghui.insurance.adjudication.Inputs.Origin;
import org.gonghui.insurance.claim.ClaimFacts;
import org.gonghui.insurance.claim.ClaimFacts.DeathReport;
import org.gonghui.insurance.claim.ClaimFacts.IllnessReport;
import org.gonghui.insurance.death.Heir;
import org.gonghui.insurance.death.Heir.Guardian;
import org.gonghui.insurance.death.Relation;
import org.gonghui.insurance.settlement.CitizenIds;
import org.gonghui.insurance.settlement.Stay;
import org.jspecify.annotations.Nullable;

/** A claim as a person files it: exactly one of stay, illness and death. */
public record NewClaim(
    @Nullable @Size(min = 15, max = 40) String idNumber,
    @Nullable @Valid Stay stay,
    @Nullable @Valid IllnessReport illness,
    @Nullable @Valid DeathReport death,
    @Nullable @Size(max = 20) List<@NotNull @Valid HeirRequest> heirs,
    @Nullable Instant declaredAt) {

  /** The facts, checked for what cannot be. */
  ClaimFacts facts(Origin origin, LocalDate today) {
    requireOne();
    if (stay != null) {
      stay.requireSound(today);
      return ClaimFacts.of(stay, origin);
    }
    if (illness != null) {
      requirePast("/illness/diagnosedOn", illness.diagnosedOn(), today);
      return ClaimFacts.of(illness, origin);
    }
    var report = Objects.requireNonNull(death);
    requirePast("/death/diedOn", report.diedOn(), today);
    return ClaimFacts.of(report, origin);
  }

  List<Heir> namedHeirs(LocalDate today) {
    var named = heirs == null ? List.<HeirRequest>of() : heirs;
    return IntStream.range(0, named.size())
        .mapToObj(i -> named.get(i).named("/heirs/" + i, today))
        .toList();
  }

  private void requireOne() {
    var given = Stream.of(stay, illness, death).filter(Objects::nonNull).count();
    if (given != 1) {
      throw INVALID_CLAIM.at("", "give exactly one of stay, illness and death");
    }
    if (death == null && heirs != null) {
      throw INVALID_CLAIM.at("/heirs", "only a death has heirs");
    }
  }

  private static void requirePast(String pointer, LocalDate day, LocalDate today) {
    if (day.isAfter(today)) {
      throw INVALID_CLAIM.at(pointer, "the day lies in the future");
    }
  }

  @Override
  public String toString() {
    return "NewClaim[sealed]";
  }

  /** Somebody who receives a part of a death benefit; a minor through the guardian. */
  public record HeirRequest(
      @NotNull @Size(min = 1, max = 100) String name,
      @NotNull @Size(min = 15, max = 40) String idNumber,
      @NotNull Relation relation,
      @Nullable @Valid GuardianRequest guardian) {
    Heir named(String pointer, LocalDate today) {
      if (!relation.isHeir()) {
        throw INVALID_CLAIM.at(pointer + "/relation", "only the member designates");
      }
      var id = CitizenIds.require(idNumber, pointer + "/idNumber", today);
      if (guardian == null && Heir.isMinor(id, today)) {
        throw INVALID_CLAIM.at(pointer + "/guardian", "a minor is paid through a guardian");
      }
      var takes = guardian == null ? null : guardian.of(pointer + "/guardian/idNumber", today);
      return new Heir(0, name, id, relation, BigDecimal.ONE, takes);
    }

    @Override
    public String toString() {
      return "HeirRequest[sealed]";
    }
  }

  /** Who takes the money of a minor, in the minor's name. */
  public record GuardianRequest(
      @NotNull @Size(min = 1, max = 100) String name,
      @NotNull @Size(min = 15, max = 40) String idNumber) {
    Guardian of(String pointer, LocalDate today) {
      var id = CitizenIds.require(idNumber, pointer, today);
      if (Heir.isMinor(id, today)) {
        throw INVALID_CLAIM.at(pointer, "a guardian is of full age");
      }
      return new Guardian(name, id);
    }

    @Override
    public String toString() {
      return "GuardianRequest[sealed]";
    }
  }
}
