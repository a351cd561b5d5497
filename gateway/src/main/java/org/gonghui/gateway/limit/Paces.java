package org.gonghui.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.gonghui.gateway.problem.Refusal;

/** The allowances in use: one per principal, one per address; the quiet ones are forgotten. */
@Singleton
public class Paces {
  private final LoadingCache<String, Pace> principals;
  private final LoadingCache<String, Pace> addresses;

  public Paces(LimitSettings settings) {
    this.principals = cache(settings.principalPerSecond());
    this.addresses = cache(settings.addressPerSecond());
  }

  private static LoadingCache<String, Pace> cache(int perSecond) {
    return Caffeine.newBuilder()
        .maximumSize(100_000)
        .expireAfterAccess(Duration.ofMinutes(5))
        .build(_ -> new Pace(perSecond, perSecond));
  }

  public Pace ofPrincipal(String principal) {
    return principals.get(principal);
  }

  public Pace ofAddress(String address) {
    return addresses.get(address);
  }

  /** Lets one request pass, or refuses it with the time to wait. */
  public static void spend(Pace pace, String whose) {
    var waitNanos = pace.take(System.nanoTime());
    if (waitNanos > 0) {
      var seconds = (int) (waitNanos / 1_000_000_000L) + 1;
      throw Refusal.RATE_EXCEEDED.retryAfter(seconds, "The rate of this " + whose + " is used up");
    }
  }
}
