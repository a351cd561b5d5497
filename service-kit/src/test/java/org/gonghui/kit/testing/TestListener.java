package org.gonghui.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Hears everything that is published on a topic, from its beginning. */
public final class TestListener implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
  private final Thread thread;
  private volatile boolean closed;

  private TestListener(String servers, String topic) {
    thread = Thread.ofPlatform().daemon().start(() -> listen(servers, topic));
  }

  public static TestListener on(String topic) {
    return on(TestKafka.bootstrapServers(), topic);
  }

  public static TestListener on(String servers, String topic) {
    return new TestListener(servers, topic);
  }

  /** Waits for at least so many events and gives all that were heard. */
  public List<Heard> await(int count, Duration patience) {
    Awaitility.await()
        .atMost(patience)
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertThat(heard.size()).isGreaterThanOrEqualTo(count));
    return soFar();
  }

  public List<Heard> soFar() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }

  private void listen(String servers, String topic) {
    var settings =
        Map.<String, Object>of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ConsumerConfig.GROUP_ID_CONFIG,
            "test-" + UUID.randomUUID(),
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            1000);
    var text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, text, text)) {
      consumer.subscribe(List.of(topic));
      while (!closed) {
        consumer.poll(POLL).forEach(it -> heard.add(Heard.of(it)));
      }
    }
  }

  /** One event as it came. */
  public record Heard(String key, Map<String, String> headers, String payload, long atNanos) {
    static Heard of(ConsumerRecord<String, String> it) {
      var headers =
          StreamSupport.stream(it.headers().spliterator(), false)
              .collect(Collectors.toMap(h -> h.key(), h -> new String(h.value(), UTF_8)));
      return new Heard(it.key(), headers, it.value(), System.nanoTime());
    }

    public String type() {
      return headers.getOrDefault("ce_type", "");
    }
  }
}
