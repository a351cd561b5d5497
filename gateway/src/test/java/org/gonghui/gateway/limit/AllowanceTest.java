package org.gonghui.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.gonghui.gateway.limit.QuotaCount.Taken;
import org.gonghui.gateway.partner.PartnerKey.Bounds;
import org.gonghui.gateway.partner.PartnerKey.Quota;
import org.gonghui.gateway.problem.Refusal;
import org.gonghui.gateway.problem.Refused;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final long NOW = java.time.Instant.parse("2026-05-31T15:58:20Z").toEpochMilli();

  private final Quotas plenty =
      new Quotas(wish -> new Taken(wish.portion(), wish.debt() + wish.portion()), Runnable::run);
  private final Quotas nothing = new Quotas(wish -> new Taken(0, wish.monthly()), Runnable::run);

  @Test
  void a_burst_passes_and_the_next_is_told_what_is_left_and_when_to_come() {
    var allowance = allowances(plenty, 1).ofKey("a", bounds(2, 4, null));
    var answer = MultiMap.caseInsensitiveMultiMap();

    for (var i = 0; i < 4; i++) {
      allowance.spend(answer, NOW);
    }

    assertThat(answer.get("RateLimit-Policy")).isEqualTo("\"rate\";q=4;w=2");
    assertThat(answer.get("RateLimit")).isEqualTo("\"rate\";r=0;t=2");
    var refused = catchThrowableOfType(Refused.class, () -> allowance.spend(answer, NOW));
    assertThat(refused.refusal()).isEqualTo(Refusal.RATE_EXCEEDED);
    assertThat(refused.retryAfterSeconds()).isEqualTo(1);
  }

  @Test
  void a_quota_is_told_beside_the_rate_and_refused_until_the_month_ends() {
    var quota = new Quota(UUID.randomUUID(), 8_000);
    var answer = MultiMap.caseInsensitiveMultiMap();
    allowances(plenty, 1).ofKey("a", bounds(10, 10, quota)).spend(answer, NOW);

    assertThat(answer.get("RateLimit-Policy"))
        .isEqualTo("\"rate\";q=10;w=1, \"quota\";q=8000;w=2592000");
    assertThat(answer.get("RateLimit")).isEqualTo("\"rate\";r=9;t=1, \"quota\";r=7999;t=101");

    var used = allowances(nothing, 1).ofKey("b", bounds(10, 10, new Quota(UUID.randomUUID(), 1)));
    used.spend(answer, NOW);
    var refused = catchThrowableOfType(Refused.class, () -> used.spend(answer, NOW));
    assertThat(refused.refusal()).isEqualTo(Refusal.QUOTA_EXCEEDED);
    assertThat(refused.retryAfterSeconds()).isEqualTo(101);
  }

  @Test
  void several_gateways_grant_their_part_of_a_rate() {
    var answer = MultiMap.caseInsensitiveMultiMap();

    allowances(plenty, 3).ofKey("a", bounds(10, 10, null)).spend(answer, NOW);

    assertThat(answer.get("RateLimit-Policy")).isEqualTo("\"rate\";q=4;w=1");
  }

  @Test
  void a_caller_keeps_an_allowance_until_its_bounds_change() {
    var allowances = allowances(plenty, 1);

    assertThat(allowances.ofUser("a")).isSameAs(allowances.ofUser("a"));
    assertThat(allowances.ofUser("a")).isNotSameAs(allowances.ofUser("b"));
    assertThat(allowances.ofKey("a", bounds(1, 1, null)))
        .isSameAs(allowances.ofKey("a", bounds(1, 1, null)))
        .isNotSameAs(allowances.ofKey("a", bounds(2, 1, null)));
  }

  @Test
  void threads_together_get_no_more_than_one_alone() throws InterruptedException {
    var allowance = allowances(plenty, 1).ofKey("a", bounds(1, 1_000, null));
    var passed = new AtomicInteger();
    var start = new CountDownLatch(1);
    var threads = new Thread[4];
    for (var i = 0; i < threads.length; i++) {
      threads[i] = Thread.ofPlatform().start(() -> spendMany(allowance, start, passed));
    }

    start.countDown();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(passed).hasValue(1_000);
  }

  private static void spendMany(Allowance allowance, CountDownLatch start, AtomicInteger passed) {
    try {
      start.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    for (var i = 0; i < 1_000; i++) {
      try {
        allowance.spend(MultiMap.caseInsensitiveMultiMap(), NOW);
        passed.incrementAndGet();
      } catch (Refused _) {
        // Counted by not being counted.
      }
    }
  }

  private static Allowances allowances(Quotas quotas, int instances) {
    return new Allowances(
        new TestLimits(100, 100, instances, java.util.Optional.empty()), quotas, new Stopped());
  }

  private static Bounds bounds(
      int perSecond, int burst, @org.jspecify.annotations.Nullable Quota quota) {
    return new Bounds(List.of(), perSecond, burst, quota);
  }

  /** The clock of a bucket that earns nothing. */
  private record Stopped() implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return 0;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
