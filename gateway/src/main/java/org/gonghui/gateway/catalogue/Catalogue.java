package org.gonghui.gateway.catalogue;

import static org.gonghui.gateway.problem.Refusal.ROUTE_UNKNOWN;
import static org.gonghui.gateway.problem.Refusal.UPSTREAM_UNREACHABLE;

import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gonghui.gateway.route.GatewaySettings;
import org.gonghui.gateway.route.Route;
import org.gonghui.gateway.route.RouteTable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The services' OpenAPI documents, read now and then; the last good copy outlives its service. */
@Startup
@Singleton
public class Catalogue {
  private static final Logger LOG = Logger.getLogger(Catalogue.class);
  private static final String PLACE = "/openapi/";
  private static final String INDEX = "services.json";

  private final RouteTable routes;
  private final PublishedDocument published;
  private final HttpClient client;
  private final Map<String, Buffer> documents = new ConcurrentHashMap<>();

  public Catalogue(Vertx vertx, RouteTable routes, GatewaySettings settings) {
    this.routes = routes;
    this.published = new PublishedDocument(settings.oidc().issuer());
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setMaxPoolSize(1).setConnectTimeout(2_000).setIdleTimeout(10));
    refresh();
    vertx.setPeriodic(settings.catalogue().refresh().toMillis(), _ -> refresh());
  }

  /** The document of a path below /openapi, or nothing when the path is elsewhere. */
  public @Nullable Buffer find(String path) {
    if (!path.startsWith(PLACE)) {
      return null;
    }
    var name = path.substring(PLACE.length());
    if (name.equals(INDEX)) {
      return index();
    }
    var service = name.endsWith(".json") ? name.substring(0, name.length() - 5) : "";
    if (routes.all().stream().noneMatch(route -> route.service().equals(service))) {
      throw ROUTE_UNKNOWN.because("No service of this name");
    }
    var document = documents.get(service);
    if (document == null) {
      throw UPSTREAM_UNREACHABLE.retryAfter(5, "The service has not told its document yet");
    }
    return document;
  }

  private Buffer index() {
    var services = new JsonArray();
    for (var route : routes.all()) {
      services.add(
          new JsonObject()
              .put("name", route.service())
              .put("url", PLACE + route.service() + ".json"));
    }
    return services.toBuffer();
  }

  private void refresh() {
    for (var route : routes.all()) {
      fetch(route)
          .onSuccess(document -> documents.put(route.service(), document))
          .onFailure(cause -> LOG.debugf("OpenAPI of %s: %s", route.service(), cause.getMessage()));
    }
  }

  private Future<Buffer> fetch(Route route) {
    var instance = route.upstream().choose(List.of(), System.nanoTime());
    if (instance == null) {
      return Future.failedFuture("no instance");
    }
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(instance.host())
            .setPort(instance.port())
            .setURI("/q/openapi?format=json")
            .setTimeout(5_000);
    return client
        .request(options)
        .compose(request -> request.putHeader("Accept", "application/json").send())
        .compose(Catalogue::requireOk)
        .map(published::of);
  }

  private static Future<Buffer> requireOk(HttpClientResponse response) {
    return response.statusCode() == 200
        ? response.body()
        : Future.failedFuture("status " + response.statusCode());
  }
}
