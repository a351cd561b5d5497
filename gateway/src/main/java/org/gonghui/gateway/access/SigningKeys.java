package org.gonghui.gateway.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.gonghui.gateway.route.GatewaySettings;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The issuer's public keys, fetched rarely: at start, every few minutes, and on a new key id. */
@Singleton
public class SigningKeys {
  private static final Logger LOG = Logger.getLogger(SigningKeys.class);

  private static final long FRESH_MILLIS = 300_000;
  private static final long RETRY_MILLIS = 1_000;

  private final Vertx vertx;
  private final HttpClient client;
  private final URI source;
  private final long waitNanos;
  private volatile Map<String, JWK> keys = Map.of();
  private @Nullable Future<Void> running;
  private long lastTryNanos;
  private boolean tried;

  public SigningKeys(Vertx vertx, GatewaySettings settings) {
    var oidc = settings.oidc();
    this.vertx = vertx;
    this.source =
        oidc.jwks().orElseGet(() -> URI.create(oidc.issuer() + "/protocol/openid-connect/certs"));
    this.waitNanos = oidc.refreshAtMostEvery().toNanos();
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setMaxPoolSize(1)
                .setConnectTimeout(2_000)
                .setIdleTimeout(10));
  }

  /** Fetches at start, soon again while the issuer is away, then every few minutes. */
  public void keepFresh() {
    refresh()
        .onComplete(
            _ -> vertx.setTimer(isLoaded() ? FRESH_MILLIS : RETRY_MILLIS, _ -> keepFresh()));
  }

  @Nullable JWK find(String keyId) {
    return keys.get(keyId);
  }

  public boolean isLoaded() {
    return !keys.isEmpty();
  }

  /** Fetches the keys anew unless that has just been done; callers share one fetch. */
  public synchronized Future<Void> refresh() {
    if (running != null) {
      return running;
    }
    if (tried && isLoaded() && System.nanoTime() - lastTryNanos < waitNanos) {
      return Future.succeededFuture();
    }
    tried = true;
    lastTryNanos = System.nanoTime();
    var fetch = fetch();
    running = fetch;
    fetch.onComplete(_ -> finished());
    return fetch;
  }

  private synchronized void finished() {
    running = null;
  }

  private Future<Void> fetch() {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(source.toString())
            .setTimeout(5_000);
    return client
        .request(options)
        .compose(request -> request.send())
        .compose(HttpClientResponse::body)
        .map(body -> accept(body.toString()))
        .onFailure(cause -> LOG.warnf("Signing keys of %s: %s", source, cause.getMessage()))
        .mapEmpty();
  }

  private int accept(String document) {
    var found = new HashMap<String, JWK>();
    try {
      for (var key : JWKSet.parse(document).getKeys()) {
        var forSigning = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        if (forSigning && key.getKeyID() != null && !key.isPrivate()) {
          found.put(key.getKeyID(), key);
        }
      }
    } catch (ParseException cause) {
      throw new IllegalStateException("not a key set", cause);
    }
    if (!found.isEmpty()) {
      keys = Map.copyOf(found);
    }
    return found.size();
  }
}
