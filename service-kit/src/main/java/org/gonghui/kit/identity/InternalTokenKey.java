package org.gonghui.kit.identity;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives the key that the gateway and this service share to the token check, which wants it as a
 * JSON Web Key.
 */
public class InternalTokenKey implements ConfigSourceFactory {
  private static final int ORDINAL = 90;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    var key = context.getValue("gonghui.internal-token-key").getValue();
    if (key == null || key.isBlank()) {
      return List.of();
    }
    var urlSafe = key.strip().replace('+', '-').replace('/', '_').replace("=", "");
    var jwk = "{\"kty\":\"oct\",\"alg\":\"HS256\",\"k\":\"%s\"}".formatted(urlSafe);
    return List.of(
        new PropertiesConfigSource(
            Map.of("smallrye.jwt.verify.secretkey", jwk), "internal token key", ORDINAL));
  }
}
