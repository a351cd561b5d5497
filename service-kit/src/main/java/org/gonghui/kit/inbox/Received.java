package org.gonghui.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gonghui.kit.inbox.EventHandler.Envelope;
import org.jspecify.annotations.Nullable;

/** A record of the broker, read as far as it can be; no stranger's bytes make this fail. */
record Received(
    String topic,
    int partition,
    long offset,
    String key,
    Map<String, String> headers,
    String payload) {

  static Received of(ConsumerRecord<byte[], byte[]> it) {
    var headers = new LinkedHashMap<String, String>();
    it.headers()
        .forEach(header -> headers.put(text(header.key().getBytes(UTF_8)), text(header.value())));
    return new Received(
        it.topic(), it.partition(), it.offset(), text(it.key()), headers, text(it.value()));
  }

  String type() {
    return headers.getOrDefault("ce_type", "");
  }

  /** The CloudEvents attributes, unless one is missing or broken. */
  Optional<Envelope> envelope() {
    try {
      return Optional.of(
          new Envelope(
              UUID.fromString(headers.getOrDefault("ce_id", "")),
              type(),
              headers.getOrDefault("ce_subject", key),
              Instant.parse(headers.getOrDefault("ce_time", ""))));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The event's own id, or one made of its place for an event that brought none. */
  UUID id() {
    return envelope()
        .map(Envelope::id)
        .orElseGet(
            () -> {
              var place = "%s/%d/%d".formatted(topic, partition, offset);
              return UUID.nameUUIDFromBytes(place.getBytes(UTF_8));
            });
  }

  /** What the database cannot hold or a header line would break is replaced. */
  private static String text(byte @Nullable [] bytes) {
    return bytes == null
        ? ""
        : UTF_8.decode(ByteBuffer.wrap(bytes)).toString().replace('\0', '\uFFFD');
  }
}
