package org.gonghui.insurance.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.filing.Telling;
import org.gonghui.insurance.settlement.SettlementArrived.Voided;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.Uuid7;

/** A source takes a settlement back: an open claim falls with it, a decided one goes to people. */
@ApplicationScoped
public class Voidance {
  private final Claims claims;
  private final Telling telling;
  private final Sql sql;
  private final Clock clock;

  Voidance(Claims claims, Telling telling, Sql sql, Clock clock) {
    this.claims = claims;
    this.telling = telling;
    this.sql = sql;
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
      claims.save(claim, claims.illnessGroupOf(claim.id()));
      telling.noted(claim, "SETTLEMENT_VOIDED", voided.source());
      return;
    }
    sql.update(
        "insert into correction_task (id, claim_id, settlement_id, expected, created_at)"
            + " values (?, ?, ?, ?, ?)",
        Uuid7.next(),
        claim.id(),
        voided.settlementId(),
        Money.ZERO,
        clock.instant());
    telling.noted(claim, "REVERSAL_PROPOSED", voided.source());
  }
}
