package org.gonghui.kit.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gonghui.kit.problem.Problems;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CollisionRetryTest {
  private static final UUID LEFT = UUID.randomUUID();
  private static final UUID RIGHT = UUID.randomUUID();

  @Inject Scales scales;

  @Test
  void two_transactions_that_deadlock_both_succeed() throws Exception {
    scales.prepare();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var one = threads.submit(() -> scales.add(LEFT, RIGHT));
      var two = threads.submit(() -> scales.add(RIGHT, LEFT));

      one.get(30, TimeUnit.SECONDS);
      two.get(30, TimeUnit.SECONDS);
    }

    assertThat(scales.runs.get()).as("one of them ran again").isGreaterThanOrEqualTo(3);
    assertThat(scales.weight(LEFT)).isEqualTo(2);
    assertThat(scales.weight(RIGHT)).isEqualTo(2);
  }

  @Test
  void after_three_more_attempts_it_is_busy() {
    var runs = new AtomicInteger();

    assertThatProblem(
            () ->
                Retries.run(
                    () -> {
                      runs.incrementAndGet();
                      throw new SQLException("collided", "40001");
                    }))
        .is(Problems.BUSY);
    assertThat(runs.get()).isEqualTo(4);
  }

  /** Two rows that are changed in either order. */
  @Singleton
  static class Scales {
    final AtomicInteger runs = new AtomicInteger();
    private final CyclicBarrier meet = new CyclicBarrier(2);
    private final DataSource database;

    Scales(DataSource database) {
      this.database = database;
    }

    @Transactional
    void prepare() throws SQLException {
      execute("insert into coin values (?, 0)", LEFT);
      execute("insert into coin values (?, 0)", RIGHT);
    }

    @Transactional
    Void add(UUID first, UUID second) throws Exception {
      var isFirstRun = runs.incrementAndGet() <= 2;
      execute("update coin set worth = worth + 1 where id = ?", first);
      if (isFirstRun) {
        meet.await(20, TimeUnit.SECONDS);
      }
      execute("update coin set worth = worth + 1 where id = ?", second);
      return null;
    }

    int weight(UUID id) throws SQLException {
      try (var connection = database.getConnection();
          var select = connection.prepareStatement("select worth from coin where id = ?")) {
        select.setObject(1, id);
        try (var row = select.executeQuery()) {
          row.next();
          return row.getBigDecimal(1).intValueExact();
        }
      }
    }

    private void execute(String sql, UUID id) throws SQLException {
      try (var connection = database.getConnection();
          var statement = connection.prepareStatement(sql)) {
        statement.setObject(1, id);
        statement.executeUpdate();
      }
    }
  }
}
