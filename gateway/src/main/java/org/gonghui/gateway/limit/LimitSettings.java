package org.gonghui.gateway.limit;

import io.smallrye.config.ConfigMapping;

/** How many requests a second one caller and one address may send. */
@ConfigMapping(prefix = "gonghui.gateway.limit")
public interface LimitSettings {
  int principalPerSecond();

  int addressPerSecond();
}
