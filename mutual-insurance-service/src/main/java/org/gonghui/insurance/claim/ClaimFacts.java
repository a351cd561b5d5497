package org.gonghui.insurance.claim;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.adjudication.Facts;
import org.gonghui.insurance.adjudication.Facts.Cause;
import org.gonghui.insurance.adjudication.Inputs.Origin;
import org.gonghui.insurance.settlement.Stay;
import org.jspecify.annotations.Nullable;

/** What is claimed: exactly one of stay, illness and death, and where each fact comes from. */
public record ClaimFacts(
    @Nullable Stay stay,
    @Nullable IllnessReport illness,
    @Nullable DeathReport death,
    SortedMap<String, Origin> origins) {

  public ClaimFacts {
    origins = new TreeMap<>(origins);
  }

  public static ClaimFacts of(Stay stay, Origin origin) {
    return new ClaimFacts(stay, null, null, all(origin));
  }

  public static ClaimFacts of(IllnessReport illness, Origin origin) {
    return new ClaimFacts(null, illness, null, all(origin));
  }

  public static ClaimFacts of(DeathReport death, Origin origin) {
    return new ClaimFacts(null, null, death, all(origin));
  }

  public BenefitKind kind() {
    if (stay != null) {
      return BenefitKind.HOSPITAL;
    }
    return illness == null ? BenefitKind.DEATH : BenefitKind.CRITICAL_ILLNESS;
  }

  public LocalDate eventDate() {
    if (stay != null) {
      return stay.admittedOn();
    }
    return illness == null ? died().diedOn() : illness.diagnosedOn();
  }

  /** The hospital whose level counts, if one is named. */
  public @Nullable String providerCode() {
    if (stay != null) {
      return stay.providerCode();
    }
    return illness == null ? null : illness.providerCode();
  }

  /** What the engine asks of them. */
  public Facts forEngine(@Nullable Integer providerLevel) {
    if (stay != null) {
      return stay.facts(providerLevel);
    }
    return illness == null ? died().facts() : illness.facts(providerLevel);
  }

  /** The names of the facts that are stated otherwise; never what they say. */
  public List<String> differencesTo(ClaimFacts other) {
    var ours = stated();
    var theirs = other.stated();
    return Stream.concat(ours.keySet().stream(), theirs.keySet().stream())
        .distinct()
        .filter(fact -> !Objects.equals(ours.get(fact), theirs.get(fact)))
        .sorted()
        .toList();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> stated() {
    var report = stay == null ? illness == null ? died() : illness : stay;
    return Canonical.read(Canonical.bytes(report), Map.class);
  }

  private DeathReport died() {
    if (death == null) {
      throw new IllegalStateException("a claim has a stay, an illness or a death");
    }
    return death;
  }

  private static SortedMap<String, Origin> all(Origin origin) {
    var origins = new TreeMap<String, Origin>();
    for (var fact :
        List.of("decisiveDate", "cause", "providerCode", "diagnoses", "firstDiagnosis")) {
      origins.put(fact, origin);
    }
    return origins;
  }

  /** A first diagnosis or a listed operation, as somebody reports it. */
  public record IllnessReport(
      @NotNull LocalDate diagnosedOn,
      @Nullable @Size(max = 50)
          List<@NotNull @Pattern(regexp = "[A-Z0-9.]{2,10}") String> diagnoses,
      @Nullable @Size(max = 50)
          List<@NotNull @Pattern(regexp = "[A-Z0-9.]{2,10}") String> procedures,
      @Nullable Boolean regularDialysis,
      @Nullable Boolean firstDiagnosis,
      @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String providerCode,
      @Nullable Cause cause) {

    Facts.Illness facts(@Nullable Integer providerLevel) {
      return new Facts.Illness(
          diagnosedOn,
          diagnoses == null ? List.of() : diagnoses,
          procedures == null ? List.of() : procedures,
          Boolean.TRUE.equals(regularDialysis),
          !Boolean.FALSE.equals(firstDiagnosis),
          providerLevel,
          cause == null ? Cause.ILLNESS : cause);
    }

    @Override
    public String toString() {
      return "IllnessReport[sealed]";
    }
  }

  /** A death, as somebody reports it. */
  public record DeathReport(@NotNull LocalDate diedOn, @Nullable Cause cause) {
    Facts.Death facts() {
      return new Facts.Death(diedOn, cause == null ? Cause.ILLNESS : cause);
    }
  }

  @Override
  public String toString() {
    return "ClaimFacts[sealed]";
  }
}
