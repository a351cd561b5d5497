package org.gonghui.insurance.expiry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.timeline.ClaimSteps;
import org.gonghui.kit.job.RecurringWork;
import org.gonghui.kit.time.ClockProducer;

/** Ends drafts and incomplete claims after their last day; bill and illness are free again. */
@Singleton
public class ClaimExpiry implements RecurringWork {
  private static final int AT_ONCE = 200;

  private final Claims claims;
  private final ClaimSteps steps;

  ClaimExpiry(Claims claims, ClaimSteps steps) {
    this.claims = claims;
    this.steps = steps;
  }

  @Override
  public String name() {
    return "claim-expiry";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(Instant now) {
    var ended = AT_ONCE;
    while (ended == AT_ONCE) {
      ended = QuarkusTransaction.requiringNew().call(() -> endSome(now));
    }
  }

  /** The rows stay locked, so that nobody submits meanwhile and no other instance ends them too. */
  private int endSome(Instant now) {
    var over = claims.lockExpired(LocalDate.ofInstant(now, ClockProducer.ZONE), AT_ONCE);
    for (var claim : over) {
      claim.expire(now);
      claims.save(claim);
      steps.add(claim, "EXPIRED", name(), Map.of());
    }
    return over.size();
  }
}
