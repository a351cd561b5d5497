package org.gonghui.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import org.gonghui.gateway.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** What one caller may still send, told in every answer (RateLimit header fields for HTTP). */
public final class Allowance {
  private static final CharSequence POLICY = HttpHeaders.createOptimized("ratelimit-policy");
  private static final CharSequence LEFT = HttpHeaders.createOptimized("ratelimit");

  private final Bucket bucket;
  private final @Nullable Quota quota;
  private final CharSequence policy;
  private final int perSecond;
  private final int burst;

  Allowance(int perSecond, int burst, @Nullable Quota quota, TimeMeter time) {
    this.bucket = Rates.bucket(perSecond, burst, time);
    this.quota = quota;
    this.perSecond = perSecond;
    this.burst = burst;
    this.policy =
        HttpHeaders.createOptimized(
            "\"rate\";q=%d;w=%d".formatted(burst, Math.ceilDiv(burst, perSecond))
                + (quota == null ? "" : quota.policy()));
  }

  /** Lets one request pass, or refuses it with the time to wait. */
  public void spend(MultiMap answer, long nowMillis) {
    answer.set(POLICY, policy);
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      answer.set(LEFT, left(0));
      throw Rates.exceeded(probe, "caller");
    }
    if (quota == null) {
      answer.set(LEFT, left(probe.getRemainingTokens()));
      return;
    }
    var taken = quota.take(nowMillis);
    answer.set(LEFT, left(probe.getRemainingTokens()) + quota.left(nowMillis));
    switch (taken) {
      case GRANTED -> {}
      case USED_UP ->
          throw Refusal.QUOTA_EXCEEDED.retryAfter(
              quota.secondsLeft(nowMillis), "The month's requests of this key are used up");
      case UNKNOWN ->
          throw Refusal.QUOTA_UNKNOWN.retryAfter(5, "The quota cannot be counted right now");
    }
  }

  /** And in how many seconds all of it is there again. */
  private String left(long remaining) {
    return "\"rate\";r=" + remaining + ";t=" + Math.ceilDiv(burst - remaining, perSecond);
  }
}
