package org.gonghui.gateway.stage;

import static org.gonghui.kit.testing.TestCaller.a;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.testing.TestCaller;

/** People of operations, and what they ask the gateway's administration for. */
public final class Ops {
  public static final String API = "/api/gateway/v1";
  public static final TestCaller MAKER = a(Role.OPS, "3306").named("ops.maker");
  public static final TestCaller CHECKER = a(Role.OPS, "3306").named("ops.checker");
  public static final String HARMLESS = "mutual-insurance:eligibility:read";
  public static final String MONEY = "mutual-insurance:settlements:write";

  private Ops() {}

  /** A new partner's id. */
  public static String partner() {
    return post(
            MAKER,
            "/partners",
            Map.of(
                "code",
                "p-" + UUID.randomUUID(),
                "name",
                "市中医院",
                "kind",
                "HOSPITAL",
                "area",
                "3306"))
        .statusCode(201)
        .extract()
        .path("id");
  }

  public static Map<String, Object> key(String scope, Map<String, Object> terms) {
    return Map.of(
        "scopes",
        java.util.List.of(scope),
        "expiresAt",
        Instant.now().plus(Duration.ofDays(90)).toString(),
        "terms",
        terms);
  }

  public static Map<String, Object> key(String scope) {
    return key(scope, Map.of("name", "machine one"));
  }

  /** A key of a new partner, as it was answered. */
  public static ValidatableResponse issue(Map<String, Object> key) {
    return post(MAKER, "/partners/" + partner() + "/keys", key).statusCode(201);
  }

  public static ValidatableResponse post(TestCaller who, String path, Object body) {
    return who.request().body(body).post(API + path).then();
  }

  /** A decision on the version that was seen. */
  public static ValidatableResponse decide(TestCaller who, String path, long version, Object body) {
    return who.request()
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post(API + path)
        .then();
  }

  public static ValidatableResponse get(TestCaller who, String path) {
    return who.request().get(API + path).then();
  }
}
