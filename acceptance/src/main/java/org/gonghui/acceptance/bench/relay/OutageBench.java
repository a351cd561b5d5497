package org.gonghui.acceptance.bench.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gonghui.acceptance.bench.Benchmark;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.measure.Latencies;
import org.gonghui.acceptance.measure.Program;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.platform.Gateway;

/**
 * The broker is killed under load and stays away as long as a load lasts (--seconds 600 for ten
 * minutes); writers go on, and afterwards nothing is missing and every key is in order.
 */
public final class OutageBench implements Benchmark {
  private static final int KEYS = 50;
  private static final int PER_SECOND = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration BEFORE_AND_AFTER = Duration.ofSeconds(3);
  private static final String INSERT =
      """
      insert into outbox (shard, topic, key, headers, payload)
      values (?, ?, ?, 'ce_type: bench', ?)
      """;
  private volatile boolean stopped;
  private final AtomicInteger written = new AtomicInteger();

  @Override
  public String name() {
    return "outage";
  }

  @Override
  public List<Result> run(Workbench bench) {
    stopped = false;
    written.set(0);
    var launcher = bench.place().state().toAbsolutePath().resolveSibling("gonghui");
    try (var seen = new Numbers(bench.kafka(), "gonghui.bench.outage-" + bench.runId(), KEYS)) {
      var writer = Thread.ofPlatform().start(() -> write(bench, seen.topic()));
      Gateway.pause(BEFORE_AND_AFTER);
      var broker = ProcessHandle.of(pid(launcher, "kafka")).orElseThrow();
      if (!broker.destroyForcibly()) {
        throw new IllegalStateException("the broker cannot be killed");
      }
      broker.onExit().join();
      Gateway.pause(Duration.ofSeconds(bench.seconds()));
      var _ = Program.require(launcher.toString(), "up");
      var back = System.nanoTime();
      Gateway.pause(BEFORE_AND_AFTER);
      stopped = true;
      writer.join();
      seen.await(written.get(), PATIENCE);
      var lost = written.get() - seen.distinct();
      return List.of(
          Result.alone(
                  name(),
                  "lost",
                  lost,
                  "nothing lost, every key in order",
                  lost == 0 && seen.isInOrder(),
                  written.get())
              .and("secondsAway", bench.seconds())
              .and("secondsToCatchUp", Result.rounded(Latencies.since(back).toMillis() / 1e3))
              .and("duplicates", seen.all() - seen.distinct()));
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(cause);
    }
  }

  private void write(Workbench bench, String topic) {
    try (var database = bench.database("aid")) {
      while (!stopped) {
        insert(database, topic, written.get());
        written.incrementAndGet();
        Gateway.pause(Duration.ofMillis(1_000 / PER_SECOND));
      }
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static void insert(Connection database, String topic, int number) throws SQLException {
    try (var insert = database.prepareStatement(INSERT)) {
      insert.setInt(1, number % KEYS % RelayBench.SHARDS);
      insert.setString(2, topic);
      insert.setString(3, "key-" + number % KEYS);
      insert.setString(4, "" + number);
      insert.executeUpdate();
    }
  }

  private static long pid(Path launcher, String process) {
    try {
      var lines =
          new ObjectMapper().readTree(Program.output(launcher.toString(), "status", "--json"));
      for (var line : lines) {
        if (line.path("name").asText().equals(process)) {
          return line.path("pid").asLong();
        }
      }
      throw new IllegalStateException(process + " does not run here");
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
