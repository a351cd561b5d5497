package org.gonghui.gateway.door;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.gonghui.gateway.access.KeyCallers;
import org.gonghui.gateway.access.TokenCallers;
import org.gonghui.gateway.limit.Clients;
import org.gonghui.gateway.route.GatewaySettings;
import org.gonghui.gateway.route.RouteTable;

/** What all doors share. */
@Singleton
public record House(
    GatewaySettings settings,
    RouteTable routes,
    TokenCallers tokens,
    KeyCallers keys,
    Clients clients,
    Pages pages,
    Clock clock) {}
