package org.gonghui.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.gonghui.gateway.partner.PartnerKey.Bounds;
import org.jspecify.annotations.Nullable;

/** The allowances in use, one per user or key; the quiet ones are forgotten. */
@Singleton
public class Allowances {
  private final int perSecond;
  private final int instances;
  private final Quotas quotas;
  private final TimeMeter time;
  private final Cache<Holder, Allowance> known =
      Caffeine.newBuilder()
          .maximumSize(100_000)
          .expireAfterAccess(Duration.ofMinutes(5))
          .executor(Runnable::run)
          .build();

  @Inject
  public Allowances(LimitSettings settings, Quotas quotas) {
    this(settings, quotas, TimeMeter.SYSTEM_NANOTIME);
  }

  Allowances(LimitSettings settings, Quotas quotas, TimeMeter time) {
    this.time = time;
    this.instances = settings.instances();
    this.perSecond = Rates.part(settings.principalPerSecond(), instances);
    this.quotas = quotas;
  }

  public Allowance ofUser(String subject) {
    return known.get(
        new Holder("user", subject, null), _ -> new Allowance(perSecond, perSecond, null, time));
  }

  /** Another rate or quota makes another allowance. */
  public Allowance ofKey(String publicId, Bounds bounds) {
    return known.get(new Holder("key", publicId, bounds), _ -> ofKey(bounds));
  }

  private Allowance ofKey(Bounds bounds) {
    var rate = bounds.perSecond() == null ? perSecond : Rates.part(bounds.perSecond(), instances);
    var burst = bounds.burst() == null ? rate : Rates.part(bounds.burst(), instances);
    var quota = bounds.quota();
    var shared = quota == null ? null : quotas.of(quota.of(), quota.monthly());
    return new Allowance(rate, burst, shared, time);
  }

  private record Holder(String kind, String name, @Nullable Bounds bounds) {}
}
