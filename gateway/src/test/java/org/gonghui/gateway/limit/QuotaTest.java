package org.gonghui.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.gonghui.gateway.limit.Quota.Taken;
import org.gonghui.gateway.limit.Quota.Wish;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;

/** Two gateways, one count in the real database. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class QuotaTest {
  private static final long NOW = Instant.parse("2026-05-10T04:00:00Z").toEpochMilli();
  private static final long NEXT_MONTH = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();
  private static final long MONTHLY = 10_000;
  private static final long ONE_PERCENT = MONTHLY / 100;

  @Inject QuotaCount count;
  private final UUID of = UUID.randomUUID();

  @Test
  void two_gateways_together_grant_the_quota_and_no_more() throws InterruptedException {
    try (var one = Executors.newSingleThreadExecutor();
        var other = Executors.newSingleThreadExecutor()) {
      var left = gateway(one).of(of, MONTHLY);
      var right = gateway(other).of(of, MONTHLY);

      var granted = 0;
      for (var i = 0; i < MONTHLY; i++) {
        granted += tryOnce(left) + tryOnce(right);
        if (i % 20 == 0) {
          settle(one, other);
        }
      }

      assertThat((long) granted).isBetween(MONTHLY - ONE_PERCENT, MONTHLY + ONE_PERCENT);
      assertThat(left.take(NOW)).isEqualTo(Taken.USED_UP);
      assertThat(right.take(NOW)).isEqualTo(Taken.USED_UP);
    }
  }

  @Test
  void a_killed_gateway_costs_less_than_one_percent_and_a_new_one_goes_on_where_it_stood() {
    var killed = gateway(Runnable::run).of(of, MONTHLY);
    var before = 0;
    for (var i = 0; i < 3_333; i++) {
      before += tryOnce(killed);
    }

    var after = 0;
    var next = gateway(Runnable::run).of(of, MONTHLY);
    for (var i = 0; i < MONTHLY; i++) {
      after += tryOnce(next);
    }

    assertThat(before).isEqualTo(3_333);
    assertThat((long) before + after).isBetween(MONTHLY - ONE_PERCENT, MONTHLY);
  }

  @Test
  void a_gateway_that_stops_gives_its_rest_back() {
    var stopping = gateway(Runnable::run);
    assertThat(tryOnce(stopping.of(of, MONTHLY))).isEqualTo(1);
    stopping.close(new ShutdownEvent());

    var granted = 1;
    var next = gateway(Runnable::run).of(of, MONTHLY);
    for (var i = 0; i < MONTHLY + 10; i++) {
      granted += tryOnce(next);
    }

    assertThat((long) granted).isEqualTo(MONTHLY);
  }

  @Test
  void a_month_begins_at_midnight_in_the_federations_zone() {
    var quota = gateway(Runnable::run).of(of, 5);
    for (var i = 0; i < 5; i++) {
      assertThat(quota.take(NOW)).isEqualTo(Taken.GRANTED);
    }
    var lastMoment = Instant.parse("2026-05-31T15:59:59.999Z").toEpochMilli();
    assertThat(quota.take(lastMoment)).isEqualTo(Taken.USED_UP);
    assertThat(quota.secondsLeft(lastMoment)).isEqualTo(1);

    assertThat(quota.take(lastMoment + 1)).isEqualTo(Taken.GRANTED);
    assertThat(quota.take(NEXT_MONTH)).isEqualTo(Taken.GRANTED);
  }

  @Test
  void a_count_that_cannot_be_reached_lets_a_portion_pass_and_is_paid_later() {
    var broken = new boolean[] {true};
    var quotas = new Quotas(wish -> reach(wish, broken[0]), Runnable::run);
    var quota = quotas.of(of, MONTHLY);
    var passed = 0;
    while (quota.take(NOW) == Taken.GRANTED) {
      passed++;
    }
    assertThat(passed).isEqualTo((int) MONTHLY / 400);
    assertThat(quota.take(NOW)).isEqualTo(Taken.UNKNOWN);

    broken[0] = false;
    assertThat(quota.take(NOW)).isEqualTo(Taken.UNKNOWN);
    while (quota.take(NOW) == Taken.GRANTED) {
      passed++;
    }

    assertThat(passed).isEqualTo((int) MONTHLY);
  }

  @Test
  void one_portion_is_fetched_at_a_time_and_never_by_the_request() {
    var waiting = new ArrayDeque<Runnable>();
    var quota = gateway(waiting::add).of(of, MONTHLY);

    for (var i = 0; i < 10; i++) {
      assertThat(quota.take(NOW)).isEqualTo(Taken.GRANTED);
    }

    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    assertThat(quota.left(NOW)).startsWith(", \"quota\";r=9990;t=");
  }

  private QuotaCount.Taken reach(Wish wish, boolean broken) throws SQLException {
    if (broken) {
      throw new SQLException("away");
    }
    return count.take(wish);
  }

  private Quotas gateway(Executor beside) {
    return new Quotas(count, beside);
  }

  private static int tryOnce(Quota quota) {
    return quota.take(NOW) == Taken.GRANTED ? 1 : 0;
  }

  /** Waits until what was to be fetched has been. */
  private static void settle(java.util.concurrent.ExecutorService... gateways) {
    for (var gateway : gateways) {
      try {
        gateway.submit(() -> {}).get();
      } catch (InterruptedException | java.util.concurrent.ExecutionException cause) {
        throw new IllegalStateException(cause);
      }
    }
  }
}
