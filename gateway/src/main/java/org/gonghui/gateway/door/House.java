package org.gonghui.gateway.door;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.gonghui.gateway.access.KeyCallers;
import org.gonghui.gateway.access.TokenCallers;
import org.gonghui.gateway.limit.Paces;
import org.gonghui.gateway.route.GatewaySettings;
import org.gonghui.gateway.route.RouteTable;

/** What all doors share. */
@Singleton
public record House(
    GatewaySettings settings,
    RouteTable routes,
    TokenCallers tokens,
    KeyCallers keys,
    Paces paces,
    Pages pages,
    Clock clock) {}
