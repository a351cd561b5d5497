package org.gonghui.gateway.door;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gonghui.gateway.access.SigningKeys;
import org.jboss.logging.Logger;

/** Opens one door per event loop at start, and closes them when the last guest is served. */
@Singleton
public class DoorKeeper {
  private static final Logger LOG = Logger.getLogger(DoorKeeper.class);
  private static final int OPENING_SECONDS = 20;

  private final Vertx vertx;
  private final House house;
  private final SigningKeys signingKeys;
  private final Listening listening;
  private final List<String> deployments = new ArrayList<>();

  public DoorKeeper(Vertx vertx, House house, SigningKeys signingKeys, Listening listening) {
    this.vertx = vertx;
    this.house = house;
    this.signingKeys = signingKeys;
    this.listening = listening;
  }

  void open(@Observes StartupEvent started) throws Exception {
    signingKeys.keepFresh();
    var settings = house.settings();
    var loops =
        settings.eventLoops() > 0
            ? settings.eventLoops()
            : Runtime.getRuntime().availableProcessors();
    for (var options : listening.all()) {
      deployments.add(
          vertx
              .deployVerticle(
                  () -> new Door(house, options), new DeploymentOptions().setInstances(loops))
              .toCompletionStage()
              .toCompletableFuture()
              .get(OPENING_SECONDS, TimeUnit.SECONDS));
      LOG.infof(
          "The door is open on %s:%d%s, %d event loops, native transport %s",
          options.getHost(),
          options.getPort(),
          options.isSsl() ? " with TLS" : "",
          loops,
          vertx.isNativeTransportEnabled());
    }
  }

  /**
   * First the readiness goes down while requests are still served, each answer being the last of
   * its connection; then what is on its way is finished; then the door closes.
   */
  void close(@Observes ShutdownEvent stopping) throws Exception {
    house.pages().drain();
    TimeUnit.MILLISECONDS.sleep(house.settings().notice().toMillis());
    var deadline = System.nanoTime() + house.settings().drain().toNanos();
    while (inFlight() > 0 && System.nanoTime() - deadline < 0) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    for (var deployment : deployments) {
      vertx
          .undeploy(deployment)
          .toCompletionStage()
          .toCompletableFuture()
          .get(OPENING_SECONDS, TimeUnit.SECONDS);
    }
  }

  private int inFlight() {
    return house.routes().all().stream().mapToInt(route -> route.slots().taken()).sum();
  }
}
