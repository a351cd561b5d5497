package org.gonghui.acceptance.bench.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts what arrives in a topic from now on. */
final class TopicWatch implements AutoCloseable {
  private static final Duration WAIT = Duration.ofMillis(200);
  static final int PARTITIONS = 3;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String name;
  private long seen;
  private long lastSeenNanos;

  TopicWatch(String bootstrapServers, String topic) {
    name = topic;
    create(bootstrapServers, topic);
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
        IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(topic, i)).toList();
    consumer.assign(partitions);
    consumer.seekToEnd(List.of());
    consumer.assignment().forEach(partition -> consumer.position(partition));
  }

  String name() {
    return name;
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

  static void create(String bootstrapServers, String topic) {
    var settings =
        Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (var admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
    } catch (ExecutionException cause) {
      if (!(cause.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(cause.getCause());
      }
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(cause);
    }
  }
}
