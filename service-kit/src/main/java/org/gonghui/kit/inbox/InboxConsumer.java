package org.gonghui.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Listens to the topics of all handlers, as one member of the service's consumer group. */
@Singleton
class InboxConsumer {
  private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MAX_RECORDS = 50;

  // A record may be tried for about half a minute; membership must outlast a batch of such.
  private static final int MAX_INTERVAL_MILLIS = 30 * 60_000;

  private final Inbox inbox;
  private final Map<String, Object> settings;
  private final boolean enabled;
  private final Thread thread;
  private volatile boolean stopped;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> current;

  InboxConsumer(
      Inbox inbox, Config config, @Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.inbox = inbox;
    settings = settings(broker, config.getValue("gonghui.service", String.class));
    enabled = config.getValue("gonghui.inbox.enabled", Boolean.class);
    thread = Thread.ofPlatform().name("inbox").daemon().unstarted(this::run);
  }

  void start(@Observes StartupEvent event) {
    if (enabled && !inbox.topics().isEmpty()) {
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped = true;
    var consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
    if (thread.isAlive() && !thread.join(Duration.ofSeconds(5))) {
      thread.interrupt();
      var _ = thread.join(Duration.ofSeconds(2));
    }
  }

  private static Map<String, Object> settings(Map<String, Object> broker, String group) {
    var settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_RECORDS);
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_INTERVAL_MILLIS);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    return settings;
  }

  private void run() {
    var bytes = new ByteArrayDeserializer();
    while (!stopped) {
      try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
        current = consumer;
        consumer.subscribe(inbox.topics());
        while (!stopped) {
          take(consumer, consumer.poll(POLL));
        }
      } catch (WakeupException | InterruptedException _) {
        LOG.debug("the inbox closes");
      } catch (KafkaException fault) {
        LOG.warnf("the inbox pauses: %s", fault.getMessage());
        pause();
      }
    }
  }

  /** Offsets are told after the effects; what was not reached comes again. */
  private void take(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records)
      throws InterruptedException {
    var done = new HashMap<TopicPartition, OffsetAndMetadata>();
    try {
      for (var partition : records.partitions()) {
        for (var each : records.records(partition)) {
          inbox.take(Received.of(each));
          done.put(partition, new OffsetAndMetadata(each.offset() + 1));
        }
      }
    } catch (RuntimeException fault) {
      LOG.warnf("an event can be neither handled nor put aside: %s", fault.getMessage());
      goBack(consumer, records, done);
      Thread.sleep(PAUSE);
    }
    if (!done.isEmpty()) {
      consumer.commitSync(done);
    }
  }

  private static void goBack(
      KafkaConsumer<byte[], byte[]> consumer,
      ConsumerRecords<byte[], byte[]> records,
      Map<TopicPartition, OffsetAndMetadata> done) {
    for (var partition : records.partitions()) {
      var reached = done.get(partition);
      var first = records.records(partition).getFirst().offset();
      consumer.seek(partition, reached == null ? first : reached.offset());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
