package org.gonghui.kit.testing.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.gonghui.kit.outbox.Message;
import org.gonghui.kit.outbox.OutboxBell;
import org.gonghui.kit.outbox.OutboxTable;
import org.gonghui.kit.outbox.relay.RelaySettings;

/** The time from a commit until a consumer holds the event, one event at a time. */
final class IdleLatency {
  private static final int WARM_UP = 100;
  private static final int EVENTS = 500;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final RelaySettings settings;
  private final OutboxBell bell;
  private final String topic;
  private final List<Long> arrivals = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch complete = new CountDownLatch(WARM_UP + EVENTS);

  IdleLatency(RelaySettings settings, OutboxBell bell, String topic) {
    this.settings = settings;
    this.bell = bell;
    this.topic = topic;
  }

  /** Nanoseconds, sorted; a relay with this bell must be running. */
  List<Long> measure() throws SQLException, InterruptedException {
    var consumer = Thread.ofPlatform().daemon().start(this::consume);
    var commits = new ArrayList<Long>();
    try (var connection =
        DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
      for (var number = 0; number < WARM_UP + EVENTS; number++) {
        OutboxTable.insert(connection, List.of(new Message(topic, "one", Map.of(), "" + number)));
        commits.add(System.nanoTime());
        bell.ring();
        Thread.sleep(PAUSE);
      }
    }
    complete.await();
    consumer.join();
    var delays = new ArrayList<Long>();
    for (var number = WARM_UP; number < commits.size(); number++) {
      delays.add(arrivals.get(number) - commits.get(number));
    }
    Collections.sort(delays);
    return delays;
  }

  private void consume() {
    var bytes = new ByteArrayDeserializer();
    var consumerSettings =
        Map.<String, Object>of(
            "bootstrap.servers",
            settings.bootstrapServers(),
            "group.id",
            topic,
            "metadata.max.age.ms",
            500,
            "auto.offset.reset",
            "earliest");
    try (var consumer = new KafkaConsumer<>(consumerSettings, bytes, bytes)) {
      consumer.subscribe(List.of(topic));
      while (complete.getCount() > 0) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                _ -> {
                  arrivals.add(System.nanoTime());
                  complete.countDown();
                });
      }
    }
  }
}
