package org.gonghui.insurance.settlement;

import static org.gonghui.insurance.settlement.SettlementProblems.AMOUNTS_DO_NOT_ADD_UP;
import static org.gonghui.insurance.settlement.SettlementProblems.INVALID_STAY;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gonghui.insurance.adjudication.Facts;
import org.gonghui.insurance.adjudication.Facts.Amounts;
import org.gonghui.insurance.adjudication.Facts.Cause;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.Fault;
import org.jspecify.annotations.Nullable;

/** One hospital stay with its final bill, as somebody reports it. */
public record Stay(
    @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String providerCode,
    @NotNull @Size(min = 1, max = 64) String invoiceNo,
    @NotNull LocalDate admittedOn,
    @NotNull LocalDate dischargedOn,
    @Nullable Cause cause,
    @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> diagnoses,
    @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> procedures,
    @Nullable Boolean firstDiagnosis,
    @NotNull Money totalCost,
    @Nullable Money fundPaid,
    @Nullable Money criticalFundPaid,
    @Nullable Money medicalAidPaid,
    @Nullable Money otherPaid,
    @NotNull Money inListSelfPaid,
    @Nullable Money offListSelfPaid) {
  static final String CODE = "[A-Z0-9.]{2,10}";

  /** Refuses what cannot be: days out of order or in the future, negative or unequal amounts. */
  public void requireSound(LocalDate today) {
    var faults = faults(today);
    if (!faults.isEmpty()) {
      throw INVALID_STAY.because("%s", faults.getFirst().message()).and(faults);
    }
    var gap = amounts().gap();
    if (!gap.isZero()) {
      throw AMOUNTS_DO_NOT_ADD_UP
          .because("the total differs from its parts by %s", gap)
          .with("difference", gap.toString());
    }
  }

  public Amounts amounts() {
    return new Amounts(
        totalCost,
        orZero(fundPaid),
        orZero(criticalFundPaid),
        orZero(medicalAidPaid),
        orZero(otherPaid),
        inListSelfPaid,
        orZero(offListSelfPaid));
  }

  public Cause causeOrIllness() {
    return cause == null ? Cause.ILLNESS : cause;
  }

  public List<String> diagnosisCodes() {
    return diagnoses == null ? List.of() : diagnoses;
  }

  public List<String> procedureCodes() {
    return procedures == null ? List.of() : procedures;
  }

  /** What the engine asks of it; the level is that of the hospital on the day of admission. */
  public Facts.HospitalStay facts(@Nullable Integer providerLevel) {
    return new Facts.HospitalStay(
        providerCode, providerLevel, admittedOn, dischargedOn, causeOrIllness(), amounts());
  }

  private List<Fault> faults(LocalDate today) {
    var faults = new ArrayList<Fault>();
    if (dischargedOn.isBefore(admittedOn)) {
      faults.add(fault("dischargedOn", "END_BEFORE_START", "discharge lies before admission"));
    }
    if (admittedOn.isAfter(today)) {
      faults.add(fault("admittedOn", "IN_THE_FUTURE", "admission lies in the future"));
    }
    if (dischargedOn.isAfter(today)) {
      faults.add(fault("dischargedOn", "IN_THE_FUTURE", "discharge lies in the future"));
    }
    Stream.of(
            negative("totalCost", totalCost),
            negative("fundPaid", fundPaid),
            negative("criticalFundPaid", criticalFundPaid),
            negative("medicalAidPaid", medicalAidPaid),
            negative("otherPaid", otherPaid),
            negative("inListSelfPaid", inListSelfPaid),
            negative("offListSelfPaid", offListSelfPaid))
        .flatMap(Optional::stream)
        .forEach(faults::add);
    return faults;
  }

  private static Optional<Fault> negative(String field, @Nullable Money amount) {
    return amount != null && amount.isNegative()
        ? Optional.of(fault(field, "AMOUNT_NEGATIVE", "an amount is not negative"))
        : Optional.empty();
  }

  private static Fault fault(String field, String code, String message) {
    return new Fault("/stay/" + field, code, message);
  }

  private static Money orZero(@Nullable Money amount) {
    return amount == null ? Money.ZERO : amount;
  }

  @Override
  public String toString() {
    return "Stay[sealed]";
  }
}
