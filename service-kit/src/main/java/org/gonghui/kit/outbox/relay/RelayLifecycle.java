package org.gonghui.kit.outbox.relay;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.gonghui.kit.outbox.OutboxBell;

/** One relay per process, for as long as the process serves. */
@Singleton
class RelayLifecycle {
  private final Relay relay;
  private final boolean enabled;

  RelayLifecycle(
      Config config,
      OutboxBell bell,
      @Identifier("default-kafka-broker") Map<String, Object> broker) {
    enabled = config.getValue("gonghui.relay.enabled", Boolean.class);
    relay = new Relay(settings(config, broker), bell);
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      relay.start();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    if (enabled) {
      relay.close();
    }
  }

  private static RelaySettings settings(Config config, Map<String, Object> broker) {
    return new RelaySettings(
        config.getValue("gonghui.relay.jdbc-url", String.class),
        config.getValue("quarkus.datasource.username", String.class),
        config.getValue("quarkus.datasource.password", String.class),
        broker,
        Duration.ofMillis(config.getValue("gonghui.relay.poll-millis", Integer.class)));
  }
}
