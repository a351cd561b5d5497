package org.gonghui.kit.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.gonghui.kit.outbox.Message;
import org.gonghui.kit.outbox.OutboxBell;
import org.gonghui.kit.outbox.OutboxTable;
import org.gonghui.kit.testing.TestListener.Heard;
import org.gonghui.kit.testing.TestPostgres;

/** Writers of numbered events beside a relay, on a database and a topic of their own. */
final class RelayFixture {
  final TestPostgres.Database database = TestPostgres.freshDatabase().migrated();
  final String topic = "gonghui.test.n" + UUID.randomUUID().toString().substring(0, 8);
  final OutboxBell bell = new OutboxBell();
  private final String servers;

  RelayFixture(String servers) {
    this.servers = servers;
  }

  RelaySettings settings() {
    return settings(Duration.ofMillis(500));
  }

  RelaySettings settings(Duration poll) {
    return new RelaySettings(
        database.url(), database.applicationRole(), TestPostgres.PASSWORD, servers, poll);
  }

  Relay aRelay() {
    var relay = new Relay(settings(), bell);
    relay.start();
    return relay;
  }

  Message message(String key, int number) {
    return new Message(topic, key, Map.of("ce_id", UUID.randomUUID().toString()), "" + number);
  }

  void write(Message... messages) throws SQLException {
    try (var connection = database.connect()) {
      OutboxTable.insert(connection, List.of(messages));
    }
    bell.ring();
  }

  long waiting() throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var answer = statement.executeQuery("select count(*) from outbox")) {
      answer.next();
      return answer.getLong(1);
    }
  }

  /**
   * Writers who count aggregates up, one transaction per number; a fifth of the transactions is
   * rolled back, and some dawdle before they commit. Gives the last number of each aggregate.
   */
  Map<String, Integer> count(int writers, int rounds, int aggregates) throws Exception {
    prepare(aggregates);
    try (var threads = Executors.newFixedThreadPool(writers)) {
      var work = new ArrayList<Future<?>>();
      for (var writer = 0; writer < writers; writer++) {
        Callable<Void> job = () -> countUp(rounds, aggregates);
        work.add(threads.submit(job));
      }
      for (var each : work) {
        each.get();
      }
    }
    return totals();
  }

  /** Every number of every aggregate came, and first arrivals are in order. */
  static void assertComplete(List<Heard> heard, Map<String, Integer> totals) {
    var numbers = new LinkedHashMap<String, LinkedHashSet<Integer>>();
    for (var each : heard) {
      numbers
          .computeIfAbsent(each.key(), _ -> new LinkedHashSet<>())
          .add(Integer.valueOf(each.payload()));
    }
    totals.forEach(
        (key, total) -> {
          var expected = new ArrayList<Integer>();
          for (var number = 1; number <= total; number++) {
            expected.add(number);
          }
          assertThat(numbers.getOrDefault(key, new LinkedHashSet<>()))
              .as(key)
              .containsExactlyElementsOf(expected);
        });
  }

  static int sum(Map<String, Integer> totals) {
    return totals.values().stream().mapToInt(Integer::intValue).sum();
  }

  private Void countUp(int rounds, int aggregates) throws Exception {
    var random = ThreadLocalRandom.current();
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      for (var round = 0; round < rounds; round++) {
        var key = "a" + random.nextInt(aggregates);
        OutboxTable.insert(connection, List.of(message(key, next(connection, key))));
        if (random.nextInt(10) == 0) {
          Thread.sleep(random.nextInt(20));
        }
        if (random.nextInt(5) == 0) {
          connection.rollback();
        } else {
          connection.commit();
          bell.ring();
        }
      }
    }
    return null;
  }

  private static int next(Connection connection, String key) throws SQLException {
    var sql = "update counter set n = n + 1 where key = ? returning n";
    try (var update = connection.prepareStatement(sql)) {
      update.setString(1, key);
      try (var answer = update.executeQuery()) {
        answer.next();
        return answer.getInt(1);
      }
    }
  }

  private void prepare(int aggregates) throws SQLException {
    try (var connection = database.connectAsOwner();
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists counter (key text primary key, n int)");
      statement.execute(
          "insert into counter select 'a' || i, 0 from generate_series(0, %d) i on conflict do nothing"
              .formatted(aggregates - 1));
    }
  }

  private Map<String, Integer> totals() throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select key, n from counter where n > 0")) {
      var totals = new LinkedHashMap<String, Integer>();
      while (rows.next()) {
        totals.put(rows.getString(1), rows.getInt(2));
      }
      return totals;
    }
  }
}
