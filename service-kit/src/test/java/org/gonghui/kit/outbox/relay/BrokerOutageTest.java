package org.gonghui.kit.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.outbox.relay.RelayFixture.assertComplete;
import static org.gonghui.kit.outbox.relay.RelayFixture.sum;

import java.nio.file.Path;
import java.time.Duration;
import org.gonghui.kit.testing.TestListener;
import org.gonghui.local.server.Artifacts;
import org.gonghui.local.server.KafkaServer;
import org.gonghui.local.server.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerOutageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("gonghui.test.outage.seconds", 12));

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
      var written = fixture.count(4, 400, 25);
      assertThat(fixture.waiting()).isEqualTo(sum(written) - sum(before));
      Thread.sleep(OUTAGE);

      broker = KafkaServer.start(kafka, Artifacts.fromMaven());

      try (var topic = TestListener.on("localhost:" + kafka.port(), fixture.topic)) {
        var heard = topic.await(sum(written), PATIENCE);
        assertComplete(heard, written);
      }
    } finally {
      broker.close();
    }
  }
}
