package org.gonghui.gateway.route;

import java.time.Duration;
import java.util.Set;
import org.gonghui.gateway.limit.Slots;
import org.gonghui.gateway.route.GatewaySettings.Credential;
import org.gonghui.gateway.upstream.Upstream;

/** One service behind the door. */
public record Route(
    String service,
    String prefix,
    Upstream upstream,
    Duration timeout,
    long maxBody,
    Set<Credential> credentials,
    Set<String> open,
    Slots slots,
    String scopePrefix) {

  static Route of(String service, GatewaySettings.Route row) {
    return new Route(
        service,
        row.prefix(),
        new Upstream(row.upstream()),
        row.timeout(),
        row.maxBody(),
        Set.copyOf(row.credentials()),
        Set.copyOf(row.open().orElseGet(java.util.List::of)),
        new Slots(row.concurrency()),
        service + ":");
  }
}
