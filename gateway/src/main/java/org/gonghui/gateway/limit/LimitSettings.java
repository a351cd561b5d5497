package org.gonghui.gateway.limit;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How many requests a second one caller and one address may send. */
@ConfigMapping(prefix = "gonghui.gateway.limit")
public interface LimitSettings {
  /** For callers that have no rate of their own. */
  int principalPerSecond();

  int addressPerSecond();

  /** How many gateways share the callers: each grants its part of every rate. */
  int instances();

  /** Ranges of the proxies before the gateway, whose {@code X-Forwarded-For} is believed. */
  Optional<List<String>> trustedProxies();
}
