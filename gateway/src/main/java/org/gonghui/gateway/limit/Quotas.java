package org.gonghui.gateway.limit;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** The quotas of this gateway's keys; portions are fetched beside the requests, never by them. */
@Singleton
public class Quotas {
  private static final Logger LOG = Logger.getLogger(Quotas.class);
  private static final int AFTER_THE_DOOR = 3_000;

  private final QuotaCount count;
  private final Executor beside;
  private final Map<Key, Quota> known = new ConcurrentHashMap<>();

  @Inject
  Quotas(QuotaCount count, Vertx vertx) {
    this(
        count,
        (Executor)
            fetching ->
                vertx
                    .executeBlocking(
                        () -> {
                          fetching.run();
                          return true;
                        },
                        false)
                    .onFailure(cause -> LOG.warn("A quota was not counted", cause)));
  }

  Quotas(QuotaCount count, Executor beside) {
    this.count = count;
    this.beside = beside;
  }

  Quota of(UUID of, long monthly) {
    return known.computeIfAbsent(new Key(of, monthly), this::begin);
  }

  private Quota begin(Key key) {
    return new Quota(key.of(), key.monthly(), quota -> beside.execute(() -> fetch(quota)));
  }

  private void fetch(Quota quota) {
    var wish = quota.wish();
    try {
      var taken = count.take(wish);
      quota.granted(wish, taken.granted(), taken.byAll());
    } catch (SQLException cause) {
      quota.failed(wish);
      LOG.warnf("The quota %s could not be counted: %s", wish.of(), cause.getMessage());
    }
  }

  /** Portions that were not used go back, so that a restart costs a partner nothing. */
  void close(@Observes @Priority(AFTER_THE_DOOR) ShutdownEvent stopping) {
    for (var quota : known.values()) {
      var rest = quota.surrender();
      try {
        if (rest.debt() != 0) {
          var _ = count.take(rest);
        }
      } catch (SQLException cause) {
        LOG.warnf("A part of quota %s is lost: %s", rest.of(), cause.getMessage());
      }
    }
  }

  private record Key(UUID of, long monthly) {}
}
