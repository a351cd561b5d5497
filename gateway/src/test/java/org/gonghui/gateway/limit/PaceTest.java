package org.gonghui.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void a_burst_passes_and_the_next_is_told_how_long_to_wait() {
    var pace = new Pace(10, 5);

    for (var i = 0; i < 5; i++) {
      assertThat(pace.take(0)).isZero();
    }

    assertThat(pace.take(0)).isEqualTo(SECOND / 10);
  }

  @Test
  void waiting_earns_requests_up_to_the_burst() {
    var pace = new Pace(10, 5);
    for (var i = 0; i < 5; i++) {
      assertThat(pace.take(0)).isZero();
    }

    assertThat(pace.take(SECOND / 10)).isZero();
    assertThat(pace.take(SECOND / 10)).isPositive();
    for (var i = 0; i < 5; i++) {
      assertThat(pace.take(100 * SECOND)).isZero();
    }
    assertThat(pace.take(100 * SECOND)).isPositive();
  }

  @Test
  void threads_together_get_no_more_than_one_alone() throws InterruptedException {
    var pace = new Pace(1_000, 1_000);
    var passed = new AtomicInteger();
    var start = new CountDownLatch(1);
    var threads = new Thread[4];
    for (var i = 0; i < threads.length; i++) {
      threads[i] = Thread.ofPlatform().start(() -> takeMany(pace, start, passed));
    }

    start.countDown();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(passed).hasValue(1_000);
  }

  private static void takeMany(Pace pace, CountDownLatch start, AtomicInteger passed) {
    try {
      start.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    for (var i = 0; i < 1_000; i++) {
      if (pace.take(0) == 0) {
        passed.incrementAndGet();
      }
    }
  }
}
