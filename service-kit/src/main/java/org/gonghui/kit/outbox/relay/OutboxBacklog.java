package org.gonghui.kit.outbox.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** How much waits to be published, and for how long; told to operations and to the metrics. */
@Singleton
public class OutboxBacklog {
  private static final String QUERY =
      """
      select
        (select count(*) from (select 1 from outbox limit 1000000) as waiting),
        coalesce(
          (select extract(epoch from clock_timestamp() - recorded_at)
           from outbox order by id limit 1), 0)
      """;
  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

  private final DataSource database;
  private State last = new State(0, 0);
  private long readAt = System.nanoTime() - FRESH_NANOS;

  OutboxBacklog(DataSource database) {
    this.database = database;
  }

  void show(@Observes StartupEvent event, MeterRegistry metrics) {
    Gauge.builder("gonghui.outbox.backlog", () -> recent().backlog())
        .description("Events that are not yet published")
        .register(metrics);
    Gauge.builder("gonghui.outbox.oldest.seconds", () -> recent().oldestSeconds())
        .description("Age of the oldest event that is not yet published")
        .register(metrics);
  }

  /** Counts now; a backlog over a million is told as a million. */
  public State read() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(QUERY);
        var answer = query.executeQuery()) {
      answer.next();
      return new State(answer.getLong(1), Math.max(0, answer.getDouble(2)));
    } catch (SQLException cause) {
      throw new IllegalStateException("the outbox cannot be read", cause);
    }
  }

  /** Two gauges of one scrape share one reading. */
  private synchronized State recent() {
    if (System.nanoTime() - readAt > FRESH_NANOS) {
      last = read();
      readAt = System.nanoTime();
    }
    return last;
  }

  /** What waits. */
  public record State(long backlog, double oldestSeconds) {}
}
