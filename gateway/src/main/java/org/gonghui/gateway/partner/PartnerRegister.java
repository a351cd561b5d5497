package org.gonghui.gateway.partner;

import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gonghui.gateway.route.GatewaySettings;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All keys in memory, read again within seconds of any change, so that no request waits for SQL.
 */
@Startup
@Singleton
public class PartnerRegister {
  private static final Logger LOG = Logger.getLogger(PartnerRegister.class);
  private static final String HMAC = "HmacSHA256";

  private final PartnerStore store;
  private final SecretKeySpec pepper;
  private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);
  private volatile Map<String, PartnerKey> keys = Map.of();
  private volatile boolean loaded;
  private long revision = -1;

  public PartnerRegister(
      PartnerStore store, DemoPartners demo, Vertx vertx, GatewaySettings settings) {
    this.store = store;
    this.pepper = new SecretKeySpec(Base64.getDecoder().decode(settings.partner().pepper()), HMAC);
    demo.seed();
    refresh();
    vertx.setPeriodic(
        settings.partner().refresh().toMillis(),
        _ ->
            vertx
                .executeBlocking(
                    () -> {
                      refresh();
                      return true;
                    })
                .onFailure(cause -> LOG.warn("Partner keys were not refreshed", cause)));
  }

  private Mac mac() {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(pepper);
      return mac;
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** With the database away the last reading stays in force. */
  private synchronized void refresh() {
    try {
      var now = store.revision();
      if (now != revision) {
        keys = store.loadAll();
        revision = now;
        loaded = true;
        LOG.infof("%d partner keys known", keys.size());
      }
    } catch (SQLException cause) {
      LOG.warnf("Partner keys could not be read: %s", cause.getMessage());
    }
  }

  public @Nullable PartnerKey find(String publicId) {
    return keys.get(publicId);
  }

  /** Whether the secret is the key's, in time that does not depend on where they differ. */
  public boolean matches(PartnerKey key, String secret) {
    var hash = macs.get().doFinal(secret.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    return MessageDigest.isEqual(hash, key.secretHash());
  }

  public boolean isLoaded() {
    return loaded;
  }
}
