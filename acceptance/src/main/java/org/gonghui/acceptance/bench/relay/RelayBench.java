package org.gonghui.acceptance.bench.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.gonghui.acceptance.bench.Benchmark;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.measure.Latencies;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.platform.Gateway;

/** From an outbox row's commit to a consumer, alone and in masses, beside Kafka's own load tool. */
public final class RelayBench implements Benchmark {
  private static final String DATABASE = "aid";
  static final int SHARDS = 16;
  private static final int PAYLOAD_BYTES = 400;

  /** What the broker is given for one of these rows: its key, its header and its payload. */
  private static final int RECORD_BYTES =
      "bench-000".length() + "ce_type".length() + "bench".length() + PAYLOAD_BYTES;

  private static final int MOST = 200_000;
  private static final int WARM_UPS = 4;

  /** The tool starts cold and counts from its first record: more of them hide that. */
  private static final int PERF_TIMES = 10;

  private static final int SINGLES = 400;
  private static final int SINGLES_WARM_UP = 50;
  private static final double P99_GOAL_MILLIS = 50;
  private static final double THROUGHPUT_GOAL = 0.5;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "relay";
  }

  @Override
  public List<Result> run(Workbench bench) {
    try (var database = bench.database(DATABASE);
        var topic = new TopicWatch(bench.kafka(), "gonghui.bench.relay-" + bench.runId())) {
      database.setAutoCommit(false);
      return List.of(idle(database, topic), throughput(bench, database, topic));
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static Result idle(Connection database, TopicWatch topic) throws SQLException {
    var latencies = new Latencies();
    for (var i = 0; i < SINGLES; i++) {
      var seen = topic.seen();
      insert(database, topic, 1);
      var start = System.nanoTime();
      database.commit();
      topic.await(seen + 1, PATIENCE);
      if (i >= SINGLES_WARM_UP) {
        latencies.add(topic.lastSeenNanos() - start);
      }
      Gateway.pause(Duration.ofMillis(10));
    }
    var p99 = latencies.millisAt(0.99);
    return Result.alone(
            "relay-latency", "ms", p99, "p99 <= 50 ms", p99 <= P99_GOAL_MILLIS, latencies.count())
        .and("p50", latencies.millisAt(0.5))
        .and("p95", latencies.millisAt(0.95));
  }

  private Result throughput(Workbench bench, Connection database, TopicWatch topic)
      throws SQLException {
    var rows = Math.min(MOST, bench.rows());
    TopicWatch.create(bench.kafka(), topic.name() + ".bare");
    var tool = new ProducerPerformance(bench.kafka(), topic.name() + ".bare");
    for (var warmUp = 0; warmUp < WARM_UPS; warmUp++) {
      var _ = relayed(database, topic, rows / 2);
    }
    var relayed = relayed(database, topic, rows);
    var bare = tool.perSecond(rows * PERF_TIMES, RECORD_BYTES);
    return Result.against(
            name(),
            "events/s",
            relayed,
            bare,
            ">= 0.5 x kafka-producer-perf-test",
            relayed >= THROUGHPUT_GOAL * bare,
            rows)
        .and("recordBytes", RECORD_BYTES)
        .and("perfTestRecords", rows * PERF_TIMES)
        .and("perfTestSettings", ProducerPerformance.SETTINGS);
  }

  private static double relayed(Connection database, TopicWatch topic, int rows)
      throws SQLException {
    var seen = topic.seen();
    insert(database, topic, rows);
    var start = System.nanoTime();
    database.commit();
    topic.await(seen + rows, PATIENCE);
    return rows / ((topic.lastSeenNanos() - start) / 1e9);
  }

  private static void insert(Connection database, TopicWatch topic, int rows) throws SQLException {
    try (var insert =
            database.prepareStatement(
                """
                insert into outbox (shard, topic, key, headers, payload)
                select i % ?, ?, 'bench-' || i % 1000, 'ce_type: bench', repeat('x', ?)
                from generate_series(1, ?) i
                """);
        var ring = database.createStatement()) {
      insert.setInt(1, SHARDS);
      insert.setString(2, topic.name());
      insert.setInt(3, PAYLOAD_BYTES);
      insert.setInt(4, rows);
      insert.executeUpdate();
      ring.execute("notify gonghui_outbox");
    }
  }
}
