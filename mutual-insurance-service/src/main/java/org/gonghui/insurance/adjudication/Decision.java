package org.gonghui.insurance.adjudication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** The result of one adjudication (理算): the amount and every step that led to it. */
public record Decision(
    BenefitKind kind,
    Outcome outcome,
    Money asked,
    Money amount,
    List<Reason> reasons,
    @Nullable String illnessGroup,
    List<Check> checks,
    List<Reduction> reductions,
    List<Step> trace,
    String inputsHash) {

  /** Whether the terms give anything. */
  public enum Outcome {
    PAYABLE,
    NOT_PAYABLE
  }

  @JsonIgnore
  public boolean isPayable() {
    return outcome == Outcome.PAYABLE;
  }

  /** One question of the terms and its answer. */
  public record Check(
      Reason code,
      Result result,
      List<Seen> facts,
      String threshold,
      @Nullable String wouldChange) {

    /** How a check came out. */
    public enum Result {
      PASS,
      FAIL,
      NOT_APPLICABLE
    }
  }

  /** A fact as a check saw it. */
  public record Seen(String name, String value, String source, @Nullable Instant observedAt) {}

  /** What takes something away from the amount asked for. */
  public record Reduction(Code code, Money amount) {

    /** Why less is paid than was asked. */
    public enum Code {
      OFF_LIST,
      DEDUCTIBLE,
      CO_PAYMENT,
      PAID_BY_OTHERS,
      PER_CLAIM_LIMIT,
      ANNUAL_LIMIT,
      NOT_ENTITLED
    }
  }

  /** One line of the arithmetic. */
  public record Step(String step, String formula, SortedMap<String, String> inputs, String result) {

    /** The step in one line. */
    public String text() {
      return step + ": " + formula + " = " + result;
    }
  }
}
