package org.gonghui.insurance.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.correction.CorrectionTasks;
import org.gonghui.insurance.correction.CorrectionTasks.Cause;
import org.gonghui.insurance.filing.Telling;
import org.gonghui.insurance.settlement.SettlementArrived.Voided;
import org.gonghui.kit.money.Money;

/** A source takes a settlement back: an open claim falls with it, a decided one goes to people. */
@ApplicationScoped
public class Voidance {
  private final Claims claims;
  private final Telling telling;
  private final CorrectionTasks tasks;
  private final Clock clock;

  Voidance(Claims claims, Telling telling, CorrectionTasks tasks, Clock clock) {
    this.claims = claims;
    this.telling = telling;
    this.tasks = tasks;
    this.clock = clock;
  }

  void on(@Observes Voided voided) {
    Optional.ofNullable(voided.claimId())
        .flatMap(claims::find)
        .filter(claim -> claim.status().isLive())
        .filter(claim -> voided.settlementId().equals(claim.links().settlementId()))
        .ifPresent(claim -> fall(claim, voided));
  }

  private void fall(Claim claim, Voided voided) {
    if (claim.status().isOpen()) {
      claim.withdraw(clock.instant());
      claims.save(claim);
      telling.noted(claim, "SETTLEMENT_VOIDED", voided.source());
      return;
    }
    tasks.open(claim, Cause.SETTLEMENT_VOIDED, voided.settlementId(), Money.ZERO, voided.source());
  }
}
