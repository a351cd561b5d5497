package org.gonghui.gateway.key;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gonghui.gateway.administration.Partners;
import org.gonghui.kit.job.RecurringWork;
import org.gonghui.kit.outbox.Outbox;

/** Tells thirty, seven and one days before a key's end that it comes, once each. */
@Singleton
class ExpiryWarnings implements RecurringWork {
  private static final List<Integer> DAYS = List.of(1, 7, 30);
  private static final int AT_ONCE = 200;

  private final IssuedKeys keys;
  private final Partners partners;
  private final Outbox outbox;

  ExpiryWarnings(IssuedKeys keys, Partners partners, Outbox outbox) {
    this.keys = keys;
    this.partners = partners;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "partner-key-expiry-warnings";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run(Instant now) {
    for (var days : DAYS) {
      QuarkusTransaction.requiringNew().run(() -> warn(days, now));
    }
  }

  private void warn(int days, Instant now) {
    for (var key : keys.expiring(now, now.plus(Duration.ofDays(days)), days, AT_ONCE)) {
      var partner = partners.find("code", key.partner()).firstResult();
      key.warned(days);
      outbox.record(
          new KeyEvent.Expiring(
              key.id(), partner.id(), partner.area(), key.expiresAt(), days, now));
    }
  }
}
