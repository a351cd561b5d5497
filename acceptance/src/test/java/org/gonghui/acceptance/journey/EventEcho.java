package org.gonghui.acceptance.journey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes events again, as a relay does that died before it noted its success. */
final class EventEcho {
  private static final String TOPIC = "gonghui.mutual-insurance.claim";
  private static final int KAFKA_ABOVE_GATEWAY = 1_112;

  private EventEcho() {}

  /** Publishes them again and again, the newest first every other time. */
  static void repeatClaimEvents(RunningPlatform platform, int times) {
    var events = read(broker(platform));
    if (events.isEmpty()) {
      throw new IllegalStateException("there is no event to repeat");
    }
    try (var producer = producer(platform)) {
      for (var i = 0; i < times; i++) {
        for (var event : i % 2 == 0 ? events.reversed() : events) {
          producer.send(
              new ProducerRecord<>(TOPIC, null, event.key(), event.value(), event.headers()));
        }
      }
      producer.flush();
    }
  }

  /** Publishes an event that no service of ours would publish. */
  static void publish(RunningPlatform platform, Map<String, String> headers, String payload) {
    var key = "poison".getBytes(StandardCharsets.UTF_8);
    var event = new ProducerRecord<>(TOPIC, null, key, payload.getBytes(StandardCharsets.UTF_8));
    headers.forEach(
        (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try (var producer = producer(platform)) {
      producer.send(event);
      producer.flush();
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(RunningPlatform platform) {
    var bytes = new ByteArraySerializer();
    return new KafkaProducer<>(
        Map.<String, Object>of("bootstrap.servers", broker(platform)), bytes, bytes);
  }

  private static String broker(RunningPlatform platform) {
    return "localhost:" + platform.gateway().place().port(KAFKA_ABOVE_GATEWAY);
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String broker) {
    var bytes = new ByteArrayDeserializer();
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer =
        new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", broker), bytes, bytes)) {
      var partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found.stream().filter(EventEcho::concernsAid).toList();
  }

  private static boolean concernsAid(ConsumerRecord<byte[], byte[]> event) {
    var type = event.headers().lastHeader("ce_type");
    return type != null
        && new String(type.value(), StandardCharsets.UTF_8).contains("high-out-of-pocket");
  }
}
