package org.gonghui.insurance.adjudication;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.problem.ProblemType;

/** What terms must fulfil before anybody may be paid by them; every fault is told together. */
public final class TermsRules {
  public static final ProblemType INVALID_TERMS =
      brokenRule("INVALID_TERMS", "The terms are not sound", "条款不合规范");
  private final List<Fault> faults = new ArrayList<>();

  private TermsRules() {}

  /** All faults with pointers below {@code /terms}; empty for sound terms. */
  public static List<Fault> faultsOf(Terms terms) {
    var rules = new TermsRules();
    rules.tiers(terms.hospital().tiers());
    rules.share("/terms/hospital/offListShare", terms.hospital().offListShare());
    rules.share("/terms/control/preAudit", terms.control().preAudit());
    rules.share("/terms/control/qualitySample", terms.control().qualitySample());
    rules.share("/terms/control/selfPaidShare", terms.control().selfPaidShare());
    rules.share("/terms/afterwards/offsetShare", terms.afterwards().offsetShare());
    rules.share("/terms/joining/participation", terms.joining().participation());
    rules.positive("/terms/hospital/annualLimit", terms.hospital().annualLimit());
    rules.positive("/terms/fixedSums/criticalIllness", terms.fixedSums().criticalIllness());
    rules.positive("/terms/fixedSums/death", terms.fixedSums().death());
    if (terms.hospital().deductible().isNegative()) {
      rules.fault("/terms/hospital/deductible", "AMOUNT_NEGATIVE", "must not be negative");
    }
    if (terms.joining().minAge() > terms.joining().maxAge()) {
      rules.fault("/terms/joining/maxAge", "AGES_UNORDERED", "must not lie below minAge");
    }
    return List.copyOf(rules.faults);
  }

  public static void require(Terms terms) {
    var faults = faultsOf(terms);
    if (!faults.isEmpty()) {
      throw INVALID_TERMS.because("%d faults in the terms", faults.size()).and(faults);
    }
  }

  /**
   * Things to know that are allowed: falling rates pay more for a split bill than for the whole.
   */
  public static List<String> warningsOf(Terms terms) {
    var tiers = terms.hospital().tiers();
    for (var i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).rate().compareTo(tiers.get(i - 1).rate()) < 0) {
        return List.of("TIERS_NOT_CONVEX");
      }
    }
    return List.of();
  }

  private void tiers(List<Terms.Tier> tiers) {
    var expected = Money.ZERO;
    if (tiers.isEmpty()) {
      fault("/terms/hospital/tiers", "TIERS_MISSING", "at least one tier is needed");
    }
    for (var i = 0; i < tiers.size(); i++) {
      var tier = tiers.get(i);
      var at = "/terms/hospital/tiers/" + i;
      share(at + "/rate", tier.rate());
      if (tier.from().isMoreThan(expected)) {
        fault(at + "/from", "TIER_GAP", "the tier before ends at " + expected);
      }
      if (expected.isMoreThan(tier.from())) {
        fault(at + "/from", "TIER_OVERLAP", "the tier before ends at " + expected);
      }
      expected = endOf(tier, at, i == tiers.size() - 1);
    }
  }

  private Money endOf(Terms.Tier tier, String at, boolean last) {
    var end = tier.upTo();
    if (end == null && !last) {
      fault(at + "/upTo", "TIER_OPEN", "only the last tier has no upper end");
    }
    if (end != null && last) {
      fault(at + "/upTo", "TIER_CLOSED", "the last tier has no upper end");
    }
    if (end != null && !end.isMoreThan(tier.from())) {
      fault(at + "/upTo", "TIERS_UNORDERED", "must lie above from");
    }
    return end == null ? tier.from() : end;
  }

  private void share(String pointer, BigDecimal share) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      fault(pointer, "RATE_OUT_OF_RANGE", "must lie between 0 and 1");
    }
    if (share.stripTrailingZeros().scale() > 6) {
      fault(pointer, "RATE_TOO_FINE", "has at most six decimals");
    }
  }

  private void positive(String pointer, Money amount) {
    if (!amount.isPositive()) {
      fault(pointer, "AMOUNT_NOT_POSITIVE", "must be more than 0.00");
    }
  }

  private void fault(String pointer, String code, String message) {
    faults.add(new Fault(pointer, code, message));
  }
}
