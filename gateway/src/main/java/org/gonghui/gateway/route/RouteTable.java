package org.gonghui.gateway.route;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.gonghui.gateway.problem.Refusal;

/** Which path leads to which service. */
@Singleton
public class RouteTable {
  private final Map<String, Route> byService;
  private final Route[] routes;

  public RouteTable(GatewaySettings settings) {
    this.byService =
        settings.routes().entrySet().stream()
            .collect(
                toMap(
                    Map.Entry::getKey,
                    row -> Route.of(row.getKey(), row.getValue()),
                    (one, _) -> one,
                    TreeMap::new));
    this.routes = byService.values().toArray(Route[]::new);
  }

  public Collection<Route> all() {
    return byService.values();
  }

  /** The route whose prefix is the path itself or ends at one of its slashes. */
  public Route require(String path) {
    for (var route : routes) {
      var prefix = route.prefix();
      if (path.startsWith(prefix)
          && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
        return route;
      }
    }
    throw Refusal.ROUTE_UNKNOWN.because("No service answers under this path");
  }
}
