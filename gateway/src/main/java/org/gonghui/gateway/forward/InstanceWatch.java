package org.gonghui.gateway.forward;

import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.security.Security;
import java.time.Duration;
import org.gonghui.gateway.route.GatewaySettings;
import org.gonghui.gateway.route.RouteTable;
import org.gonghui.gateway.upstream.Instance;
import org.gonghui.gateway.upstream.Upstream;

/**
 * Asks instances that have others beside them whether they are ready: one that is about to stop
 * says no before it takes no more requests.
 */
@Startup
@Singleton
public class InstanceWatch {
  private static final String READINESS = "/q/health/ready";
  private static final int NOT_READY = 503;

  private final Vertx vertx;
  private final RouteTable routes;
  private final HttpClient client;
  private final Duration patience;

  public InstanceWatch(Vertx vertx, RouteTable routes, GatewaySettings settings) {
    this.vertx = vertx;
    this.routes = routes;
    this.patience = settings.watch().multipliedBy(2);
    // The platform keeps addresses for half a minute, which is longer than a pod takes to go.
    Security.setProperty("networkaddress.cache.ttl", "2");
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) patience.toMillis())
                .setMaxPoolSize(1)
                .setTracingPolicy(TracingPolicy.IGNORE));
    vertx.setPeriodic(settings.watch().toMillis(), _ -> look());
  }

  void look() {
    for (var route : routes.all()) {
      var upstream = route.upstream();
      if (upstream.hasNames()) {
        var _ = vertx.executeBlocking(() -> refreshed(upstream));
      }
      if (upstream.instances().size() > 1) {
        upstream.instances().forEach(this::ask);
      }
    }
  }

  private static boolean refreshed(Upstream upstream) {
    upstream.refresh();
    return true;
  }

  private void ask(Instance instance) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(instance.host())
            .setPort(instance.port())
            .setTimeout(patience.toMillis())
            .setURI(READINESS);
    client
        .request(options)
        .compose(request -> request.send().compose(InstanceWatch::read))
        .onComplete(said -> instance.setReady(said.succeeded() && said.result()));
  }

  private static io.vertx.core.Future<Boolean> read(HttpClientResponse response) {
    return response.body().map(_ -> response.statusCode() != NOT_READY);
  }
}
