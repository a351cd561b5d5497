package org.gonghui.insurance.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.adjudication.Reason;
import org.gonghui.insurance.adjudication.Terms.Control;
import org.gonghui.insurance.casework.Neighbours.OtherStay;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ReviewReason;
import org.gonghui.insurance.decision.CaseFile;
import org.gonghui.insurance.member.Person;
import org.gonghui.insurance.settlement.Stay;

/** Finds every reason why a person should look at a claim. */
@ApplicationScoped
public class ReviewReasons {
  private final Neighbours neighbours;
  private final Clock clock;

  ReviewReasons(Neighbours neighbours, Clock clock) {
    this.neighbours = neighbours;
    this.clock = clock;
  }

  /** All of them together; none means that policy may approve. */
  public List<ReviewReason> of(Claim claim, CaseFile file, Decision decision) {
    var reasons = EnumSet.noneOf(ReviewReason.class);
    var control = file.terms().control();
    if (!claim.isFromPartner()) {
      reasons.add(ReviewReason.MANUAL_SOURCE);
    }
    if (claim.links().duplicateOf() != null) {
      reasons.add(ReviewReason.SOFT_DUPLICATE);
    }
    reasons.addAll(ofDecision(decision, control));
    var stay = claim.facts().stay();
    if (stay != null) {
      reasons.addAll(ofStay(stay, control));
      reasons.addAll(ofOthers(stay, claim, control));
    }
    if (hasYoungAccount(file)) {
      reasons.add(ReviewReason.YOUNG_ACCOUNT);
    }
    return new ArrayList<>(reasons);
  }

  private static Set<ReviewReason> ofDecision(Decision decision, Control control) {
    var reasons = EnumSet.noneOf(ReviewReason.class);
    if (!decision.isPayable()) {
      reasons.add(ReviewReason.NOT_PAYABLE);
    }
    if (decision.amount().isMoreThan(control.automaticUpTo())) {
      reasons.add(ReviewReason.ABOVE_AUTOMATIC);
    }
    if (decision.kind() == BenefitKind.CRITICAL_ILLNESS) {
      reasons.add(ReviewReason.CRITICAL_ILLNESS);
    }
    if (decision.kind() == BenefitKind.DEATH) {
      reasons.add(ReviewReason.DEATH);
    }
    if (decision.reasons().contains(Reason.PROVIDER_NOT_LISTED)) {
      reasons.add(ReviewReason.PROVIDER_NOT_LISTED);
    }
    if (decision.reasons().contains(Reason.FILED_LATE)) {
      reasons.add(ReviewReason.FILED_LATE);
    }
    return reasons;
  }

  private static Set<ReviewReason> ofStay(Stay stay, Control control) {
    var reasons = EnumSet.noneOf(ReviewReason.class);
    if (ChronoUnit.DAYS.between(stay.admittedOn(), stay.dischargedOn()) > control.longStayDays()) {
      reasons.add(ReviewReason.LONG_STAY);
    }
    var share = control.selfPaidShare().multiply(stay.totalCost().amount());
    if (stay.amounts().outOfPocket().amount().compareTo(share) > 0) {
      reasons.add(ReviewReason.SELF_PAID_SHARE);
    }
    return reasons;
  }

  private Set<ReviewReason> ofOthers(Stay stay, Claim claim, Control control) {
    var reasons = EnumSet.noneOf(ReviewReason.class);
    var found = neighbours.of(claim, stay);
    var others = found.others();
    if (others.stream().anyMatch(other -> overlap(stay, other))) {
      reasons.add(ReviewReason.OVERLAPPING_STAY);
    }
    if (others.stream().anyMatch(other -> looksTheSame(stay, other, control.duplicateDays()))
        || found.sharesInvoice()) {
      reasons.add(ReviewReason.SOFT_DUPLICATE);
    }
    return reasons;
  }

  private static boolean overlap(Stay stay, OtherStay other) {
    return stay.admittedOn().isBefore(other.until()) && other.from().isBefore(stay.dischargedOn());
  }

  private static boolean looksTheSame(Stay stay, OtherStay other, int days) {
    var apart = Math.abs(ChronoUnit.DAYS.between(stay.admittedOn(), other.from()));
    return apart <= days || stay.totalCost().equals(other.total());
  }

  private boolean hasYoungAccount(CaseFile file) {
    return file.person()
        .flatMap(Person::account)
        .filter(account -> account.usableFrom().isAfter(clock.instant()))
        .isPresent();
  }
}
