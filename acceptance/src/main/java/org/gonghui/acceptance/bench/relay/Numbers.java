package org.gonghui.acceptance.bench.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic of numbers from its start: which came, how often, and in which order per key. */
final class Numbers implements AutoCloseable {
  private final String topic;
  private final int keys;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final BitSet seen = new BitSet();
  private final int[] lastOfKey;
  private int all;
  private boolean inOrder = true;

  Numbers(String bootstrapServers, String topic, int keys) {
    this.topic = topic;
    this.keys = keys;
    lastOfKey = new int[keys];
    TopicWatch.create(bootstrapServers, topic);
    var bytes = new ByteArrayDeserializer();
    consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), bytes, bytes);
    consumer.assign(
        IntStream.range(0, TopicWatch.PARTITIONS)
            .mapToObj(i -> new TopicPartition(topic, i))
            .toList());
    consumer.seekToBeginning(List.of());
  }

  String topic() {
    return topic;
  }

  void await(int wanted, Duration patience) {
    var until = System.nanoTime() + patience.toNanos();
    while (seen.cardinality() < wanted && System.nanoTime() < until) {
      for (var each : consumer.poll(Duration.ofMillis(200))) {
        take(Integer.parseInt(new String(each.value(), UTF_8)));
      }
    }
  }

  /** A number that comes for the first time is higher than any before of its key. */
  private void take(int number) {
    all++;
    if (!seen.get(number)) {
      inOrder &= number == 0 || number >= lastOfKey[number % keys];
      lastOfKey[number % keys] = number;
    }
    seen.set(number);
  }

  int distinct() {
    return seen.cardinality();
  }

  int all() {
    return all;
  }

  boolean isInOrder() {
    return inOrder;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
