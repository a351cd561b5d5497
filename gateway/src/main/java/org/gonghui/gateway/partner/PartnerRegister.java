package org.gonghui.gateway.partner;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All keys in memory, read again within seconds of any change, so that no request waits for SQL.
 */
@Startup
@Singleton
public class PartnerRegister {
  private static final Logger LOG = Logger.getLogger(PartnerRegister.class);

  private static final long NOT_MORE_OFTEN_MILLIS = 100;

  private final PartnerStore store;
  private final Peppers peppers;
  private final Counter lookUps;
  private volatile Map<String, PartnerKey> keys = Map.of();
  private final Vertx vertx;
  private volatile boolean loaded;
  private volatile long readAtNanos;
  private @Nullable Future<Void> learning;
  private long revision = -1;

  public PartnerRegister(
      PartnerStore store,
      DemoPartners demo,
      Peppers peppers,
      PartnerSettings settings,
      Vertx vertx,
      MeterRegistry meters) {
    this.store = store;
    this.peppers = peppers;
    this.vertx = vertx;
    this.lookUps = meters.counter("gonghui.gateway.key.lookups");
    demo.seed();
    refresh();
    vertx.setPeriodic(
        settings.refresh().toMillis(),
        _ -> readAgain().onFailure(cause -> LOG.warn("Partner keys were not refreshed", cause)));
  }

  private Future<Void> readAgain() {
    return vertx
        .executeBlocking(
            () -> {
              refresh();
              return true;
            })
        .mapEmpty();
  }

  /**
   * Reads again for a key that is not known, so that a new one works the moment it is shown; all
   * who ask share one reading, and readings do not follow each other at once.
   */
  public synchronized Future<Void> learn() {
    if (learning == null) {
      var promise = Promise.<Void>promise();
      learning = promise.future();
      var rest = NOT_MORE_OFTEN_MILLIS - (System.nanoTime() - readAtNanos) / 1_000_000;
      vertx.setTimer(Math.max(1, rest), _ -> endLearning().onComplete(promise));
    }
    return learning;
  }

  private synchronized Future<Void> endLearning() {
    learning = null;
    return readAgain();
  }

  /** With the database away the last reading stays in force. */
  private synchronized void refresh() {
    try {
      readAtNanos = System.nanoTime();
      var now = store.revision();
      if (now != revision) {
        keys = store.loadAll();
        revision = now;
        loaded = true;
        LOG.infof("%d partner keys known", keys.size());
      }
    } catch (SQLException cause) {
      LOG.warnf("Partner keys could not be read: %s", cause.getMessage());
    }
  }

  public @Nullable PartnerKey find(String publicId) {
    lookUps.increment();
    return keys.get(publicId);
  }

  /** Whether the secret is the key's, in time that does not depend on where they differ. */
  public boolean matches(PartnerKey key, String secret) {
    var proof = key.proof();
    return MessageDigest.isEqual(peppers.hash(proof.pepperVersion(), secret), proof.secretHash());
  }

  public boolean isLoaded() {
    return loaded;
  }
}
