package org.gonghui.acceptance.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gonghui.acceptance.journey.RunningPlatform;

/** An event for aid whose person key is none; it can be mended. */
record PoisonedEvent(String id) {
  private static final String TOPIC = "gonghui.mutual-insurance.claim";
  private static final String TYPE = "org.gonghui.mutual-insurance.claim.high-out-of-pocket.v1";
  private static final int KAFKA_ABOVE_GATEWAY = 1_112;
  private static final String DATA =
      "{\"personKey\":\"%s\",\"area\":\"330602\",\"planYear\":2018,\"rest\":\"31000.00\"}";

  static PoisonedEvent published(RunningPlatform platform) {
    var event = new PoisonedEvent(UUID.randomUUID().toString());
    var broker = "localhost:" + platform.gateway().place().port(KAFKA_ABOVE_GATEWAY);
    var text = new StringSerializer();
    try (var producer =
        new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", broker), text, text)) {
      producer.send(event.asRecord());
      producer.flush();
    }
    return event;
  }

  /** What its publisher should have said; the person is a new one each time. */
  String mended() {
    return DATA.formatted((id + id).replace("-", "").substring(0, 43));
  }

  private ProducerRecord<String, String> asRecord() {
    var event = new ProducerRecord<>(TOPIC, id, DATA.formatted("nobody"));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_source",
            "/gonghui/mutual-insurance",
            "ce_type",
            TYPE,
            "ce_subject",
            id,
            "ce_time",
            Instant.now().toString())
        .forEach((name, value) -> event.headers().add(name, bytes(value)));
    return event;
  }

  private static byte[] bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
