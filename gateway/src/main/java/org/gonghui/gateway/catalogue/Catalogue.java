package org.gonghui.gateway.catalogue;

import static org.gonghui.gateway.problem.Refusal.ROUTE_UNKNOWN;
import static org.gonghui.gateway.problem.Refusal.UPSTREAM_UNREACHABLE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gonghui.gateway.console.Page;
import org.gonghui.gateway.route.GatewaySettings;
import org.gonghui.gateway.route.Route;
import org.gonghui.gateway.route.RouteTable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the services tell of themselves, merged into one document per audience; a service's last
 * good copy outlives it, and is marked.
 */
@Startup
@Singleton
public class Catalogue {
  private static final Logger LOG = Logger.getLogger(Catalogue.class);
  private static final String PLACE = "/openapi/";
  private static final String INDEX = "services.json";

  private final RouteTable routes;
  private final PublishedDocument published;
  private final MergedDocument merging;
  private final DocumentReader reader;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Copy> copies = new TreeMap<>();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  public Catalogue(
      DocumentReader reader, RouteTable routes, GatewaySettings settings, Clock clock) {
    this.reader = reader;
    this.routes = routes;
    this.published = new PublishedDocument(settings.oidc().issuer());
    this.merging = new MergedDocument(settings.oidc().issuer());
    this.clock = clock;
    publish();
    reader.every(settings.catalogue().refresh(), this::refresh);
  }

  /** The document of a path below /openapi, or nothing when the path is elsewhere. */
  public @Nullable Page find(String path) {
    if (!path.startsWith(PLACE)) {
      return null;
    }
    var name = path.substring(PLACE.length());
    if (name.equals(INDEX)) {
      return page(index());
    }
    var page = pages.get(name);
    if (page != null) {
      return page;
    }
    var service = name.endsWith(".json") ? name.substring(0, name.length() - 5) : "";
    if (routes.all().stream().noneMatch(route -> route.service().equals(service))) {
      throw ROUTE_UNKNOWN.because("No service of this name");
    }
    throw UPSTREAM_UNREACHABLE.retryAfter(5, "The service has not told its document yet");
  }

  /** What was last read of every service that was ever heard. */
  synchronized Collection<Copy> copies() {
    return copies.values().stream().toList();
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

  private static Page page(Buffer document) {
    return Page.of("application/json", document, Map.of("Cache-Control", "no-cache"));
  }

  private void refresh() {
    for (var route : routes.all()) {
      reader
          .read(route, tagOf(route))
          .onSuccess(answer -> heard(route, answer))
          .onFailure(
              cause -> {
                LOG.debugf("OpenAPI of %s: %s", route.service(), cause.getMessage());
                lost(route);
              });
    }
  }

  private synchronized @Nullable String tagOf(Route route) {
    return Optional.ofNullable(copies.get(route.service())).map(Copy::tag).orElse(null);
  }

  private synchronized void heard(Route route, DocumentReader.Heard answer) {
    var service = route.service();
    var known = copies.get(service);
    var news = answer.body();
    if (news == null || (known != null && known.isOf(news))) {
      if (known != null && known.lostAt() != null) {
        copies.put(service, known.confirmed());
        publish();
      }
      return;
    }
    copies.put(service, Copy.of(service, news, answer.tag(), clock.instant()));
    pages.put(service + ".json", page(published.of(news)));
    publish();
  }

  private synchronized void lost(Route route) {
    var known = copies.get(route.service());
    if (known != null && known.lostAt() == null) {
      copies.put(route.service(), known.lost(Instant.now(clock)));
      publish();
    }
  }

  private void publish() {
    var unheard =
        routes.all().stream().map(Route::service).filter(it -> !copies.containsKey(it)).toList();
    for (var audience : Audience.values()) {
      var document = merging.of(audience, copies.values(), unheard);
      try {
        pages.put(audience.fileName(), page(Buffer.buffer(json.writeValueAsBytes(document))));
      } catch (JsonProcessingException cause) {
        throw new IllegalStateException("a tree is always JSON", cause);
      }
    }
  }
}
