package org.gonghui.acceptance.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts what arrives in a topic from now on. */
final class TopicWatch implements AutoCloseable {
  private static final Duration WAIT = Duration.ofMillis(200);
  private final KafkaConsumer<byte[], byte[]> consumer;
  private long seen;
  private long lastSeenNanos;

  TopicWatch(String bootstrapServers, String topic) {
    var bytes = new ByteArrayDeserializer();
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                "bench-" + UUID.randomUUID(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest",
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                500),
            bytes,
            bytes);
    var partitions =
        consumer.partitionsFor(topic, Duration.ofSeconds(20)).stream()
            .map(p -> new org.apache.kafka.common.TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions.isEmpty() ? firstPartition(topic) : partitions);
    consumer.seekToEnd(List.of());
    consumer.assignment().forEach(partition -> consumer.position(partition));
  }

  long seen() {
    return seen;
  }

  long lastSeenNanos() {
    return lastSeenNanos;
  }

  void await(long wanted, Duration patience) {
    var until = System.nanoTime() + patience.toNanos();
    while (seen < wanted) {
      var records = consumer.poll(WAIT);
      if (!records.isEmpty()) {
        seen += records.count();
        lastSeenNanos = System.nanoTime();
      } else if (System.nanoTime() > until) {
        throw new IllegalStateException("only %d of %d events came".formatted(seen, wanted));
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static List<org.apache.kafka.common.TopicPartition> firstPartition(String topic) {
    return List.of(new org.apache.kafka.common.TopicPartition(topic, 0));
  }
}
