package org.gonghui.insurance.adjudication;

import static org.gonghui.insurance.adjudication.Decision.Check.Result.FAIL;
import static org.gonghui.insurance.adjudication.Decision.Check.Result.PASS;

import java.util.List;
import java.util.Optional;
import org.gonghui.insurance.adjudication.Decision.Check;
import org.jspecify.annotations.Nullable;

/** The questions of the benefits that are fixed sums and paid once. */
record OnceChecks(Inputs inputs, Terms terms, Checks checks) {

  /** The group of the list that an illness belongs to, or null. */
  static @Nullable String groupOf(Facts.Illness illness, Terms terms) {
    return terms.illnesses().stream()
        .filter(g -> g.lists(illness.diagnoses(), illness.procedures(), illness.regularDialysis()))
        .map(Terms.IllnessGroup::code)
        .findFirst()
        .orElse(null);
  }

  Check illnessListed() {
    if (!(inputs.facts() instanceof Facts.Illness illness)) {
      return Checks.notAsked(Reason.ILLNESS_NOT_LISTED);
    }
    var codes = illness.diagnoses() + " " + illness.procedures();
    return Checks.check(
        Reason.ILLNESS_NOT_LISTED,
        groupOf(illness, terms) == null ? FAIL : PASS,
        List.of(
            checks.seen("diagnoses", codes),
            checks.seen("regularDialysis", illness.regularDialysis())),
        "one of " + terms.illnesses().stream().map(Terms.IllnessGroup::code).toList(),
        "a diagnosis of the list");
  }

  Check proofLevel() {
    if (!(inputs.facts() instanceof Facts.Illness illness)) {
      return Checks.notAsked(Reason.PROOF_LEVEL);
    }
    var level = illness.providerLevel();
    var needed = terms.fixedSums().proofLevel();
    return Checks.check(
        Reason.PROOF_LEVEL,
        level == null || level < needed ? FAIL : PASS,
        List.of(checks.seen("providerLevel", level == null ? "none" : level)),
        "level " + needed + " or higher",
        "a proof from a hospital of level " + needed + " or higher");
  }

  Check firstDiagnosis() {
    if (!(inputs.facts() instanceof Facts.Illness illness)) {
      return Checks.notAsked(Reason.NOT_FIRST_DIAGNOSIS);
    }
    return Checks.check(
        Reason.NOT_FIRST_DIAGNOSIS,
        illness.firstDiagnosis() ? PASS : FAIL,
        List.of(checks.seen("firstDiagnosis", illness.firstDiagnosis())),
        "the first diagnosis",
        "proof that it was the first diagnosis");
  }

  Check paidBefore() {
    var earlier =
        switch (inputs.facts()) {
          case Facts.HospitalStay _ -> Optional.<Inputs.Earlier>empty();
          case Facts.Illness illness -> sameIllnessOrYear(groupOf(illness, terms));
          case Facts.Death _ -> firstOf(BenefitKind.DEATH);
        };
    if (inputs.facts() instanceof Facts.HospitalStay) {
      return Checks.notAsked(Reason.ALREADY_PAID);
    }
    return Checks.check(
        Reason.ALREADY_PAID,
        earlier.isPresent() ? FAIL : PASS,
        earlier.map(e -> List.of(checks.seen("earlierClaim", e.claimNo()))).orElse(List.of()),
        "once a plan year and once per illness group",
        "a reversal of the earlier claim");
  }

  private Optional<Inputs.Earlier> sameIllnessOrYear(@Nullable String group) {
    return inputs.earlier().stream()
        .filter(e -> e.kind() == BenefitKind.CRITICAL_ILLNESS)
        .filter(
            e ->
                e.planYear() == inputs.planYear()
                    || (group != null && group.equals(e.illnessGroup())))
        .findFirst();
  }

  private Optional<Inputs.Earlier> firstOf(BenefitKind kind) {
    return inputs.earlier().stream().filter(e -> e.kind() == kind).findFirst();
  }
}
