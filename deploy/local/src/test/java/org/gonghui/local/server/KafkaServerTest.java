package org.gonghui.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
  @TempDir Path folder;

  @Test
  void a_message_survives_a_stop_and_a_start_on_another_port() throws Exception {
    try (var broker = KafkaServer.start(folder, 0)) {
      try (var producer = aProducer(broker)) {
        producer.send(new ProducerRecord<>("gonghui.test", "key", "kept")).get();
      }
    }

    try (var broker = KafkaServer.start(folder, 0);
        var consumer = aConsumer(broker)) {
      consumer.subscribe(List.of("gonghui.test"));

      assertThat(firstOf(consumer)).isEqualTo("kept");
    }
  }

  private static String firstOf(KafkaConsumer<String, String> consumer) {
    var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < deadline) {
      for (var each : consumer.poll(Duration.ofMillis(200))) {
        return each.value();
      }
    }
    throw new AssertionError("no message within 30 s");
  }

  private static KafkaProducer<String, String> aProducer(KafkaServer broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers()),
        new StringSerializer(),
        new StringSerializer());
  }

  private static KafkaConsumer<String, String> aConsumer(KafkaServer broker) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "group.id",
            "test",
            "auto.offset.reset",
            "earliest"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
