package org.gonghui.kit.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.outbox.relay.RelayFixture.assertComplete;
import static org.gonghui.kit.outbox.relay.RelayFixture.sum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.gonghui.kit.outbox.OutboxBell;
import org.gonghui.kit.outbox.OutboxTable;
import org.gonghui.kit.testing.TestKafka;
import org.gonghui.kit.testing.TestListener;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RelayFixture fixture = new RelayFixture(TestKafka.bootstrapServers());

  @Test
  void only_what_commits_is_published_and_then_it_leaves_the_table() throws Exception {
    try (var _ = fixture.aRelay();
        var topic = TestListener.on(fixture.topic);
        var connection = fixture.database.connect()) {
      connection.setAutoCommit(false);
      OutboxTable.insert(connection, List.of(fixture.message("a", 1)));
      connection.rollback();
      fixture.write(fixture.message("a", 2));

      var heard = topic.await(1, PATIENCE);

      assertThat(heard).extracting(TestListener.Heard::payload).containsExactly("2");
      assertThat(heard.getFirst().headers()).containsKey("ce_id");
      Awaitility.await().atMost(PATIENCE).until(() -> fixture.waiting() == 0);
    }
  }

  @Test
  void a_row_that_commits_late_with_a_low_id_is_not_lost() throws Exception {
    try (var _ = fixture.aRelay();
        var topic = TestListener.on(fixture.topic);
        var late = fixture.database.connect()) {
      late.setAutoCommit(false);
      OutboxTable.insert(late, List.of(fixture.message("late", 1)));
      fixture.write(fixture.message("early", 2), fixture.message("early", 3));
      topic.await(2, PATIENCE);

      late.commit();

      assertThat(topic.await(3, PATIENCE))
          .extracting(TestListener.Heard::payload)
          .containsExactly("2", "3", "1");
    }
  }

  @Test
  void under_concurrent_writers_each_aggregate_keeps_its_order_and_nothing_comes_twice()
      throws Exception {
    try (var _ = fixture.aRelay();
        var topic = TestListener.on(fixture.topic)) {
      var totals = fixture.count(8, 150, 25);

      var heard = topic.await(sum(totals), PATIENCE);

      assertComplete(heard, totals);
      assertThat(heard).hasSize(sum(totals));
    }
  }

  @Test
  void two_relays_share_the_shards_and_one_takes_over_when_the_other_loses_its_session()
      throws Exception {
    var first = fixture.aRelay();
    try (var _ = fixture.aRelay();
        var topic = TestListener.on(fixture.topic)) {
      Awaitility.await().atMost(PATIENCE).until(() -> shardsPerSession().equals(List.of(8, 8)));
      var counting = CompletableFuture.supplyAsync(() -> count(fixture, 4, 300));
      topic.await(100, PATIENCE);
      first.abort();
      var totals = counting.get();

      Awaitility.await().atMost(PATIENCE).until(() -> fixture.waiting() == 0);
      Awaitility.await().atMost(PATIENCE).until(() -> shardsPerSession().equals(List.of(16)));
      topic.await(sum(totals), PATIENCE);
      assertComplete(topic.soFar(), totals);
    } finally {
      first.close();
    }
  }

  @Test
  void a_relay_process_killed_at_any_point_leaves_at_most_duplicates() throws Exception {
    try (var topic = TestListener.on(fixture.topic)) {
      var counting = CompletableFuture.supplyAsync(() -> count(fixture, 4, 500));
      for (var kill = 1; kill <= 3; kill++) {
        var process = RelayProcess.start(fixture.settings());
        topic.await(kill * 150, PATIENCE);
        process.destroyForcibly().waitFor();
      }
      var totals = counting.get();
      try (var _ = fixture.aRelay()) {
        Awaitility.await().atMost(PATIENCE).until(() -> fixture.waiting() == 0);
        topic.await(sum(totals), PATIENCE);
        assertComplete(topic.soFar(), totals);
      }
    }
  }

  @Test
  void what_one_instance_commits_wakes_the_owner_of_its_shard_in_another() throws Exception {
    var unhurried = fixture.settings(Duration.ofMinutes(5));
    try (var here = new Relay(unhurried, fixture.bell);
        var there = new Relay(unhurried, new OutboxBell());
        var topic = TestListener.on(fixture.topic)) {
      here.start();
      there.start();
      Awaitility.await().atMost(PATIENCE).until(() -> shardsPerSession().equals(List.of(8, 8)));
      for (var number = 0; number < 32; number++) {
        fixture.write(fixture.message("a" + number, number));
      }

      assertThat(topic.await(32, PATIENCE))
          .extracting(TestListener.Heard::payload)
          .contains("0", "10", "20", "31");
      Awaitility.await().atMost(PATIENCE).until(() -> fixture.waiting() == 0);
    }
  }

  @Test
  void an_idle_relay_publishes_within_moments() throws Exception {
    try (var _ = fixture.aRelay();
        var topic = TestListener.on(fixture.topic)) {
      fixture.write(fixture.message("warm-up", 0));
      topic.await(1, PATIENCE);
      var delays = new ArrayList<Long>();
      for (var number = 1; number <= 50; number++) {
        fixture.write(fixture.message("a" + number, number));
        var written = System.nanoTime();
        var heard = topic.await(number + 1, PATIENCE).get(number);
        delays.add((heard.atNanos() - written) / 1_000_000);
      }

      delays.sort(null);

      assertThat(delays.get(delays.size() / 2)).as("median of %s ms", delays).isLessThan(50);
    }
  }

  private static Map<String, Integer> count(RelayFixture fixture, int writers, int rounds) {
    try {
      return fixture.count(writers, rounds, 25);
    } catch (Exception cause) {
      throw new IllegalStateException(cause);
    }
  }

  private List<Integer> shardsPerSession() throws Exception {
    var sql =
        """
        select count(*) from pg_locks where locktype = 'advisory' and classid = 7101 and granted
          and database = (select oid from pg_database where datname = current_database())
        group by pid
        """;
    try (var connection = fixture.database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var shards = new ArrayList<Integer>();
      while (rows.next()) {
        shards.add(rows.getInt(1));
      }
      return shards;
    }
  }
}
