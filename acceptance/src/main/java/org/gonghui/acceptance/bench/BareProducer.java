package org.gonghui.acceptance.bench;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What kafka-producer-perf-test does: one producer that only sends, without any throttle. */
final class BareProducer {
  private BareProducer() {}

  /** Acknowledged records a second, with the safety that the relay asks for. */
  static double perSecond(String bootstrapServers, String topic, int records, int bytes) {
    var serializer = new ByteArraySerializer();
    var failures = new AtomicInteger();
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                1,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024),
            serializer,
            serializer)) {
      var payload = new byte[bytes];
      producer.partitionsFor(topic);
      var start = System.nanoTime();
      for (var i = 0; i < records; i++) {
        producer.send(
            new ProducerRecord<>(topic, payload),
            (_, failure) -> {
              if (failure != null) {
                failures.incrementAndGet();
              }
            });
      }
      producer.flush();
      if (failures.get() > 0) {
        throw new IllegalStateException(failures + " records were not taken");
      }
      return records / ((System.nanoTime() - start) / 1e9);
    }
  }
}
