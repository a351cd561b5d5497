package org.gonghui.insurance.adjudication;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gonghui.insurance.adjudication.Facts.Cause;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** The benefit terms of one plan version: every amount, rate and number of days as data. */
public record Terms(
    Joining joining,
    Waiting waiting,
    Hospital hospital,
    FixedSums fixedSums,
    List<IllnessGroup> illnesses,
    SortedSet<Cause> exclusions,
    ClaimRules claims,
    Control control,
    Afterwards afterwards) {

  public Terms {
    illnesses = List.copyOf(illnesses);
    exclusions = new TreeSet<>(exclusions);
  }

  /** A rate or share: exact digits as text, such as "0.45". */
  @JacksonAnnotationsInside
  @JsonFormat(shape = JsonFormat.Shape.STRING)
  @JsonDeserialize(using = Canonical.ExactNumber.class)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Exact {}

  /** Who may be enrolled, and what makes a roster conspicuous. */
  public record Joining(
      int minAge,
      int maxAge,
      @Exact BigDecimal participation,
      int allBelowPayroll,
      @Exact BigDecimal headcountFall,
      int lateJoinerDays,
      boolean approveWithoutWarnings) {}

  /** First days of a new joiner without benefit; accidents in hospital have none. */
  public record Waiting(
      int hospitalDays, int criticalIllnessDays, int deathDays, int renewalGapDays) {}

  /** How a hospital stay is paid. */
  public record Hospital(
      @Exact BigDecimal offListShare,
      Money deductible,
      List<Tier> tiers,
      Money annualLimit,
      @Nullable Money perClaimLimit) {

    public Hospital {
      tiers = List.copyOf(tiers);
    }
  }

  /** The rate of one slice of the eligible amount; the last slice has no upper end. */
  public record Tier(Money from, @Nullable Money upTo, @Exact BigDecimal rate) {}

  /** What a first diagnosis and a death pay, and the level of hospital that proves an illness. */
  public record FixedSums(Money criticalIllness, Money death, int proofLevel) {}

  /** Windows of claims. */
  public record ClaimRules(
      int windowDays,
      int windowMonthsAfterCover,
      int draftExpiryDays,
      int incompleteExpiryDays,
      int reviewWorkingDays,
      int valueDateWorkingDays) {}

  /** What people look at before money leaves. */
  public record Control(
      Money automaticUpTo,
      Money secondApprovalFrom,
      @Exact BigDecimal preAudit,
      @Exact BigDecimal qualitySample,
      int accountHoldDays,
      int doubtWorkingDays,
      int longStayDays,
      int duplicateDays,
      @Exact BigDecimal selfPaidShare) {}

  /** What happens after a payment. */
  public record Afterwards(
      Correction correction,
      int recoveryMonths,
      @Exact BigDecimal offsetShare,
      int appealDays,
      int appealWorkingDays,
      Money leadFrom) {

    /** Whether a re-adjudication may also lower a benefit. */
    public enum Correction {
      TOP_UP_ONLY,
      BOTH
    }
  }

  /** One group of listed illnesses, by ranges of code prefixes (both ends included). */
  public record IllnessGroup(
      String code,
      String name,
      List<CodeRange> diagnoses,
      List<CodeRange> procedures,
      boolean withDialysis) {

    public IllnessGroup {
      diagnoses = List.copyOf(diagnoses);
      procedures = List.copyOf(procedures);
    }

    boolean lists(List<String> diagnosisCodes, List<String> procedureCodes, boolean dialysis) {
      return (dialysis || !withDialysis)
          && (diagnosisCodes.stream().anyMatch(d -> diagnoses.stream().anyMatch(r -> r.has(d)))
              || procedureCodes.stream()
                  .anyMatch(p -> procedures.stream().anyMatch(r -> r.has(p))));
    }
  }

  /** From one code prefix to another, such as C00 to C90. */
  public record CodeRange(String from, String to) {
    boolean has(String code) {
      var length = from.length();
      if (code.length() < length) {
        return false;
      }
      var prefix = code.substring(0, length);
      return prefix.compareTo(from) >= 0 && prefix.compareTo(to) <= 0;
    }
  }

  /** What a new plan version starts from: the handbook's defaults, kept as data. */
  public static Terms defaults() {
    return Defaults.VALUE;
  }

  /** Read once, when first asked for. */
  private static final class Defaults {
    private static final Terms VALUE = Canonical.readResource("/terms/default.json", Terms.class);
  }
}
