package org.gonghui.insurance.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.gonghui.insurance.claim.ClaimGranted;
import org.gonghui.insurance.claim.ClaimGranted.Doubted;
import org.gonghui.insurance.claim.ClaimGranted.Voided;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.payout.Holds;
import org.gonghui.insurance.payout.Payout.Kind;
import org.gonghui.insurance.payout.Payout.Share;
import org.gonghui.insurance.payout.PayoutOpening;
import org.gonghui.insurance.payout.SourcesPaid;
import org.gonghui.insurance.payout.SourcesReturned;
import org.gonghui.insurance.plan.PlanYear;

/** Opens payouts for granted benefits, and tells claims what became of the money. */
@ApplicationScoped
public class ClaimPayouts {
  private final PayoutOpening opening;
  private final Holds holds;
  private final Claims claims;

  ClaimPayouts(PayoutOpening opening, Holds holds, Claims claims) {
    this.opening = opening;
    this.holds = holds;
    this.claims = claims;
  }

  void granted(@Observes ClaimGranted grant) {
    opening.open(
        new PayoutOpening.Order(
            PlanYear.MEDICAL,
            grant.planYear(),
            grant.area(),
            Kind.BENEFIT,
            grant.kind().name(),
            grant.claimId(),
            grant.claimNo(),
            grant.decisionNo(),
            grant.shares().stream()
                .map(s -> new Share(s.payeeNo(), s.payee(), s.holder(), s.amount()))
                .toList()));
  }

  void voided(@Observes Voided claim) {
    opening.cancel(claim.claimId());
  }

  void doubted(@Observes Doubted claim) {
    holds.holdAll(claim.claimId(), claim.by());
  }

  void paid(@Observes SourcesPaid sources) {
    claims.markPaid(sources.paidOn());
  }

  void returned(@Observes SourcesReturned sources) {
    sources.sourceIds().forEach(claims::markReturned);
  }
}
