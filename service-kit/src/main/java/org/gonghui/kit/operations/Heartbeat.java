package org.gonghui.kit.operations;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.gonghui.kit.time.Uuid7;
import org.jboss.logging.Logger;

/** Says for this process that it lives, until it ends in order. */
@Singleton
class Heartbeat {
  private static final Logger LOG = Logger.getLogger(Heartbeat.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Instances instances;
  private final UUID id = Uuid7.next();
  private final String address;
  private final String version;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heartbeat").daemon().factory());

  Heartbeat(Instances instances, Config config) {
    this.instances = instances;
    address = hostName() + ":" + config.getValue("quarkus.http.port", String.class);
    version = config.getOptionalValue("quarkus.application.version", String.class).orElse("");
  }

  void start(@Observes StartupEvent event) {
    var _ = timer.scheduleWithFixedDelay(this::beat, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    timer.shutdown();
    var _ = timer.awaitTermination(2, TimeUnit.SECONDS);
    try {
      instances.sayGone(id);
    } catch (IllegalStateException _) {
      LOG.debug("the database left first; the others will see this process fall silent");
    }
  }

  private void beat() {
    try {
      instances.sayAlive(id, address, version);
    } catch (RuntimeException fault) {
      LOG.debugf(fault, "no heartbeat this time");
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }
}
