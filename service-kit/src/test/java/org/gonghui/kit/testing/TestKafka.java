package org.gonghui.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.gonghui.local.server.KafkaServer;

/** The real Kafka broker of this JVM, started on first use. */
public final class TestKafka {
  // Test classes are loaded by several class loaders; what all of them see is a system property.
  private static final String SERVERS = "gonghui.test.kafka.servers";

  private TestKafka() {}

  public static String bootstrapServers() {
    synchronized (SERVERS.intern()) {
      var servers = System.getProperty(SERVERS);
      return servers == null ? start() : servers;
    }
  }

  private static String start() {
    var servers = own().bootstrapServers();
    System.setProperty(SERVERS, servers);
    return servers;
  }

  /** A broker for one test alone, which may stop it. */
  public static KafkaServer own() {
    try {
      return KafkaServer.start(Files.createTempDirectory("gonghui-kafka"), 0);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
