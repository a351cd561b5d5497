package org.gonghui.kit.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.outbox.relay.RelayFixture.assertComplete;
import static org.gonghui.kit.outbox.relay.RelayFixture.sum;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.gonghui.kit.testing.TestListener;
import org.gonghui.local.server.Artifacts;
import org.gonghui.local.server.KafkaServer;
import org.gonghui.local.server.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerOutageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("gonghui.test.outage.seconds", 15));

  @TempDir Path directory = Path.of("unset");

  @Test
  void while_the_broker_is_away_writers_go_on_and_nothing_is_lost() throws Exception {
    var kafka = new KafkaServer.Settings(directory, Ports.free(), Ports.free(), 256);
    var fixture = new RelayFixture("localhost:" + kafka.port());
    var broker = KafkaServer.start(kafka, Artifacts.fromMaven());
    try (var _ = fixture.aRelay()) {
      var before = fixture.count(4, 50, 25);
      try (var topic = TestListener.on("localhost:" + kafka.port(), fixture.topic)) {
        topic.await(sum(before), PATIENCE);
      }
      broker.close();
      var end = System.nanoTime() + OUTAGE.toNanos();
      var written = fixture.count(4, 100, 25);
      while (System.nanoTime() < end) {
        Thread.sleep(Duration.ofMillis(500));
        written = fixture.count(4, 20, 25);
      }
      assertThat(fixture.waiting()).isEqualTo(sum(written) - sum(before));

      broker = KafkaServer.start(kafka, Artifacts.fromMaven());

      var totals = written;
      try (var topic = TestListener.on("localhost:" + kafka.port(), fixture.topic)) {
        Awaitility.await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(() -> assertComplete(topic.soFar(), totals));
      }
    } finally {
      broker.close();
    }
  }
}
