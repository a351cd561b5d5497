package org.gonghui.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.gonghui.gateway.problem.Refusal;
import org.gonghui.gateway.problem.Refused;

/** Rates as token buckets of this process alone. */
final class Rates {
  private static final long NANOS = 1_000_000_000L;

  private Rates() {}

  static Bucket bucket(int perSecond, int burst, TimeMeter time) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }

  /** This gateway's part of a rate, at least one a second. */
  static int part(int whole, int instances) {
    return Math.max(1, Math.ceilDiv(whole, instances));
  }

  static Refused exceeded(ConsumptionProbe probe, String whose) {
    var seconds = (int) (probe.getNanosToWaitForRefill() / NANOS) + 1;
    return Refusal.RATE_EXCEEDED.retryAfter(seconds, "The rate of this " + whose + " is used up");
  }
}
