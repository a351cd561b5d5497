package org.gonghui.insurance.adjudication;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** What happened to the member, as far as the terms ask. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Facts.HospitalStay.class, name = "HOSPITAL"),
  @JsonSubTypes.Type(value = Facts.Illness.class, name = "CRITICAL_ILLNESS"),
  @JsonSubTypes.Type(value = Facts.Death.class, name = "DEATH")
})
public sealed interface Facts {
  /** Why somebody is in hospital, ill or dead. */
  enum Cause {
    ILLNESS,
    ACCIDENT,
    WORK_INJURY,
    THIRD_PARTY,
    MATERNITY,
    COSMETIC,
    CRIME
  }

  /** The date by which cover, terms and limits are chosen. */
  LocalDate decisiveDate();

  /** The date from which the claim window runs. */
  LocalDate windowStart();

  Cause cause();

  default BenefitKind benefitKind() {
    return switch (this) {
      case HospitalStay _ -> BenefitKind.HOSPITAL;
      case Illness _ -> BenefitKind.CRITICAL_ILLNESS;
      case Death _ -> BenefitKind.DEATH;
    };
  }

  /** One stay and its final bill; a provider that is not listed has no level. */
  record HospitalStay(
      String providerCode,
      @Nullable Integer providerLevel,
      LocalDate admittedOn,
      LocalDate dischargedOn,
      Cause cause,
      Amounts amounts)
      implements Facts {
    @Override
    public LocalDate decisiveDate() {
      return admittedOn;
    }

    @Override
    public LocalDate windowStart() {
      return dischargedOn;
    }
  }

  /** A first diagnosis or an operation of the list. */
  record Illness(
      LocalDate diagnosedOn,
      List<String> diagnoses,
      List<String> procedures,
      boolean regularDialysis,
      boolean firstDiagnosis,
      @Nullable Integer providerLevel,
      Cause cause)
      implements Facts {

    public Illness {
      diagnoses = List.copyOf(diagnoses);
      procedures = List.copyOf(procedures);
    }

    @Override
    public LocalDate decisiveDate() {
      return diagnosedOn;
    }

    @Override
    public LocalDate windowStart() {
      return diagnosedOn;
    }
  }

  /** A member's death. */
  record Death(LocalDate diedOn, Cause cause) implements Facts {
    @Override
    public LocalDate decisiveDate() {
      return diedOn;
    }

    @Override
    public LocalDate windowStart() {
      return diedOn;
    }
  }

  /** Who paid what of a hospital bill. */
  record Amounts(
      Money totalCost,
      Money fundPaid,
      Money criticalFundPaid,
      Money medicalAidPaid,
      Money otherPaid,
      Money inListSelfPaid,
      Money offListSelfPaid) {

    /** What medical insurance leaves to the patient. */
    public Money outOfPocket() {
      return inListSelfPaid.plus(offListSelfPaid);
    }

    /** How far the parts miss the total; zero for a sound bill. */
    public Money gap() {
      return totalCost
          .minus(fundPaid)
          .minus(criticalFundPaid)
          .minus(medicalAidPaid)
          .minus(otherPaid)
          .minus(outOfPocket());
    }
  }
}
