package org.gonghui.gateway.stage;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gonghui.gateway.partner.KeyText;

/** Starts everything around the gateway once for all tests. */
public class Stage implements QuarkusTestResourceLifecycleManager {
  public static final Issuer ISSUER = new Issuer();
  public static final Origin ORIGIN = new Origin(!Boolean.getBoolean("stage.forgets"));
  public static final Origin SECOND = new Origin(!Boolean.getBoolean("stage.forgets"));
  public static final Origin THIRD = new Origin(!Boolean.getBoolean("stage.forgets"));
  public static final byte[] PEPPER = random();
  public static final byte[] KEY_OF_INSURANCE = random();
  public static final byte[] KEY_OF_AID = random();
  public static final KeyText HOSPITAL = PartnerKeys.make();
  public static final KeyText NOT_YET = PartnerKeys.make();
  public static final KeyText EXPIRED = PartnerKeys.make();
  public static final int PORT = freePort();
  public static final int CLOSED_PORT = freePort();
  public static final int TLS_PORT = freePort();
  public static final Certificate CERTIFICATE = new Certificate();
  public static final String DESK = "https://desk.example.org";
  public static final int ADMINISTRATION = freePort();
  public static final int PER_SECOND = 300;
  public static final int MAX_BODY = 2_000_000;
  private static final Map<String, String> SHORT_LIMITS =
      limits(
          "gonghui.gateway.body-stall", "2s",
          "gonghui.gateway.idle", "4s",
          "gonghui.gateway.limit.trusted-proxies", "127.0.0.1,::1",
          "gonghui.gateway.notice", "0s",
          "gonghui.gateway.watch", "1h",
          "gonghui.gateway.routes.mutual-insurance.timeout", "2s",
          "gonghui.gateway.routes.mutual-insurance.max-body", Integer.toString(MAX_BODY),
          "gonghui.gateway.routes.mutual-insurance.concurrency", "20",
          "gonghui.gateway.routes.aid.credentials", "TOKEN",
          "gonghui.gateway.routes.mutual-insurance.open", "/api/mutual-insurance/v1/open",
          "gonghui.gateway.oidc.refresh-at-most-every", "1s",
          "gonghui.gateway.catalogue.refresh", "500ms");
  private static final String DAYS_AGO = java.time.Instant.now().minusSeconds(86_400).toString();
  private static final String DAYS_AHEAD = java.time.Instant.now().plusSeconds(864_000).toString();

  private static Map<String, String> limits(String... pairs) {
    var limits = new HashMap<String, String>();
    for (var i = 0; i < pairs.length; i += 2) {
      limits.put(pairs[i], pairs[i + 1]);
    }
    return limits;
  }

  private static byte[] random() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      var base64 = Base64.getEncoder();
      var settings = new HashMap<String, String>();
      settings.put("GONGHUI_OIDC_ISSUER", ISSUER.url());
      settings.put("GONGHUI_PARTNER_PEPPER", base64.encodeToString(PEPPER));
      settings.put("GONGHUI_DEMO_PARTNERS", partners().toString());
      settings.put(
          "GONGHUI_INTERNAL_TOKEN_KEY_MUTUAL_INSURANCE", base64.encodeToString(KEY_OF_INSURANCE));
      settings.put("GONGHUI_INTERNAL_TOKEN_KEY_AID", base64.encodeToString(KEY_OF_AID));
      settings.put("GONGHUI_UPSTREAM_MUTUAL_INSURANCE", "http://127.0.0.1:" + ORIGIN.port());
      settings.put("GONGHUI_UPSTREAM_AID", "http://127.0.0.1:" + CLOSED_PORT);
      settings.putAll(serviceOfSeveral(base64.encodeToString(KEY_OF_AID)));
      settings.put("gonghui.gateway.port", Integer.toString(PORT));
      settings.put("quarkus.http.test-port", Integer.toString(ADMINISTRATION));
      settings.put("gonghui.gateway.routes.gateway.upstream", "http://127.0.0.1:" + ADMINISTRATION);
      if (!Boolean.getBoolean("stage.forgets")) {
        settings.put("gonghui.gateway.hosts", "localhost");
        settings.put("gonghui.gateway.limit.principal-per-second", Integer.toString(PER_SECOND));
        settings.putAll(SHORT_LIMITS);
        settings.putAll(browsers());
      }
      return settings;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** A service with two instances that live and one that does not. */
  private static Map<String, String> serviceOfSeveral(String key) {
    var route = "gonghui.gateway.routes.venue.";
    return Map.of(
        route + "prefix", "/api/venue/v1",
        route + "upstream", SECOND.url() + "," + THIRD.url() + ",http://127.0.0.1:" + CLOSED_PORT,
        route + "internal-token-key", key,
        route + "timeout", "5s",
        route + "max-body", "300000000",
        route + "concurrency", "64",
        route + "credentials", "TOKEN");
  }

  /** What browsers need. */
  private static Map<String, String> browsers() {
    return Map.of(
        "gonghui.gateway.tls.port", Integer.toString(TLS_PORT),
        "gonghui.gateway.tls.configuration", "door",
        "quarkus.tls.door.key-store.p12.path", CERTIFICATE.file().toString(),
        "quarkus.tls.door.key-store.p12.password", CERTIFICATE.password(),
        "gonghui.gateway.cors.origins", DESK);
  }

  private static Path partners() throws IOException {
    var partners =
        List.of(
            partner("hospital", HOSPITAL, DAYS_AGO, DAYS_AHEAD),
            partner("early", NOT_YET, "2099-01-01T00:00:00Z", "2099-06-01T00:00:00Z"),
            partner("late", EXPIRED, "2020-01-01T00:00:00Z", "2020-06-01T00:00:00Z"));
    var file = Files.createTempFile("partners", ".json");
    Files.writeString(file, JSONObjectUtils.toJSONString(Map.of("partners", partners)));
    return file;
  }

  private static Map<String, Object> partner(
      String id, KeyText key, String notBefore, String notAfter) {
    return Map.of(
        "id",
        id,
        "name",
        "市人民医院",
        "area",
        "3306",
        "scopes",
        List.of("mutual-insurance:settlements:write"),
        "providers",
        List.of("*"),
        "publicId",
        key.publicId(),
        "secretHmac",
        HexFormat.of().formatHex(PartnerKeys.hash(PEPPER, key)),
        "notBefore",
        notBefore,
        "notAfter",
        notAfter);
  }

  @Override
  public void stop() {
    // Everything here is shared by the JVM and ends with it.
  }
}
