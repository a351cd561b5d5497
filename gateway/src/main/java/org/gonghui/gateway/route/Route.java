package org.gonghui.gateway.route;

import java.time.Duration;
import java.util.Set;
import org.gonghui.gateway.limit.Slots;
import org.gonghui.gateway.route.GatewaySettings.Credential;

/** One service behind the door. */
public record Route(
    String service,
    String prefix,
    String upstreamHost,
    int upstreamPort,
    Duration timeout,
    long maxBody,
    Set<Credential> credentials,
    Set<String> open,
    Slots slots,
    String scopePrefix) {

  static Route of(String service, GatewaySettings.Route row) {
    var upstream = row.upstream();
    return new Route(
        service,
        row.prefix(),
        upstream.getHost(),
        upstream.getPort() < 0 ? 80 : upstream.getPort(),
        row.timeout(),
        row.maxBody(),
        Set.copyOf(row.credentials()),
        Set.copyOf(row.open().orElseGet(java.util.List::of)),
        new Slots(row.concurrency()),
        service + ":");
  }
}
