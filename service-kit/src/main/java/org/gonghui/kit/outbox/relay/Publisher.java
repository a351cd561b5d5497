package org.gonghui.kit.outbox.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gonghui.kit.outbox.relay.UnsentRows.Row;
import org.jspecify.annotations.Nullable;

/** Sends rows to the broker in their order and waits until it has them. */
final class Publisher implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A record is tried for ever: one given up on would let its followers overtake it. */
  private static final Map<String, Object> MANNERS =
      Map.ofEntries(
          Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "gonghui-relay"),
          Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
          Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
          // Several in flight get stuck out of sequence when a topic's leader appears between them.
          Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
          Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE),
          Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000),
          Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000),
          Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000),
          Map.entry(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 1_000),
          Map.entry(ProducerConfig.LINGER_MS_CONFIG, 1),
          Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024),
          Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L << 20));

  private final KafkaProducer<byte[], byte[]> producer;

  Publisher(Map<String, Object> broker) {
    var serializer = new ByteArraySerializer();
    var settings = new HashMap<>(broker);
    settings.putAll(MANNERS);
    producer = new KafkaProducer<>(settings, serializer, serializer);
  }

  Batch send(List<Row> rows) {
    var batch = new Batch(rows);
    for (var row : rows) {
      batch.requireSound();
      producer.send(
          new ProducerRecord<>(row.topic(), null, row.key(), row.payload(), headers(row.headers())),
          (_, failure) -> batch.note(failure));
    }
    return batch;
  }

  /**
   * Returns when the broker has every row of the batch. With the broker away it throws after a
   * while, because the database should not be kept in a transaction meanwhile.
   */
  void await(Batch batch) throws InterruptedException {
    var complete = batch.pending.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    batch.requireSound();
    if (!complete) {
      throw new TimeoutException("no acknowledgement within %s".formatted(PATIENCE));
    }
  }

  /** Gives up what is not yet acknowledged; the rows are back in the table. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  /** Lines of "name: value", cut as bytes: this runs for every header of every event. */
  static List<Header> headers(byte[] lines) {
    var headers = new ArrayList<Header>(9);
    for (var start = 0; start < lines.length; ) {
      var colon = indexOf(lines, ':', start);
      var end = indexOf(lines, '\n', colon);
      var name = new String(lines, start, colon - start, US_ASCII);
      headers.add(new RecordHeader(name, Arrays.copyOfRange(lines, colon + 2, end)));
      start = end + 1;
    }
    return headers;
  }

  private static int indexOf(byte[] bytes, char wanted, int from) {
    var at = from;
    while (at < bytes.length && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  /** Rows that have been handed to the producer. */
  static final class Batch {
    private final CountDownLatch pending;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Batch(List<Row> rows) {
      pending = new CountDownLatch(rows.size());
    }

    private void note(@Nullable Exception cause) {
      if (cause != null) {
        failure.compareAndSet(null, cause);
      }
      pending.countDown();
    }

    private void requireSound() {
      var cause = failure.get();
      if (cause != null) {
        throw new KafkaException("the broker did not take an event", cause);
      }
    }
  }
}
