package org.gonghui.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Knock.bearer;
import static org.gonghui.gateway.stage.Knock.insurance;
import static org.gonghui.gateway.stage.Knock.key;
import static org.gonghui.gateway.stage.Knock.plans;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Origin.Received;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a service sees of a request, and the caller of its answer. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class ForwardingTest {
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @BeforeEach
  void forget() {
    Stage.ORIGIN.received.clear();
  }

  private static Received seen() {
    return Stage.ORIGIN.received.stream().findFirst().orElseThrow();
  }

  private static JWTClaimsSet vouched() throws ParseException, JOSEException {
    var authorization = Objects.requireNonNull(seen().headers().get("authorization"));
    var jwt = SignedJWT.parse(authorization.substring("Bearer ".length()));
    assertThat(jwt.verify(new MACVerifier(Stage.KEY_OF_INSURANCE))).isTrue();
    return jwt.getJWTClaimsSet();
  }

  @Test
  void the_service_gets_the_same_target_and_an_internal_token_of_its_own()
      throws ParseException, JOSEException {
    var target = insurance("/plans/%E5%B7%A5%20x?name=%e5%b7%a5+x&limit=2");

    var answer = Knock.get(target, bearer(Stage.ISSUER.token()), "X-Request-Id: my-request-1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(seen().uri()).isEqualTo(target);
    var claims = vouched();
    assertThat(claims.getIssuer()).isEqualTo("gonghui-gateway");
    assertThat(claims.getAudience()).containsExactly("mutual-insurance");
    assertThat(claims.getSubject()).isEqualTo("0b6f3c1e-6a1e-4c56-9a2f-6f0e8f6f0001");
    assertThat(claims.getClaim("upn")).isEqualTo("officer.city");
    assertThat(claims.getClaim("kind")).isEqualTo("USER");
    assertThat(claims.getClaim("groups")).isEqualTo(List.of("officer"));
    assertThat(claims.getClaim("area")).isEqualTo("3306");
    assertThat(claims.getClaim("azp")).isEqualTo("gonghui-web");
    assertThat(claims.getClaim("rid")).isEqualTo("my-request-1");
    assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
        .isEqualTo(60_000);
    assertThat(answer.header("x-request-id")).contains("my-request-1");
  }

  @Test
  void a_partner_is_vouched_for_with_scopes_and_providers() throws ParseException, JOSEException {
    assertThat(Knock.get(plans(), key(Stage.HOSPITAL.text())).status()).isEqualTo(200);

    var claims = vouched();
    assertThat(claims.getSubject()).isEqualTo("partner:hospital");
    assertThat(claims.getClaim("kind")).isEqualTo("PARTNER");
    assertThat(claims.getClaim("upn")).isEqualTo("市人民医院");
    assertThat(claims.getClaim("groups")).isEqualTo(List.of("mutual-insurance:settlements:write"));
    assertThat(claims.getClaim("provider")).isEqualTo(List.of("*"));
    assertThat(seen().headers().contains("x-api-key")).isFalse();
  }

  @Test
  void a_service_account_keeps_its_scopes() throws ParseException, JOSEException {
    var token =
        Stage.ISSUER.token(
            claims ->
                claims
                    .claim("preferred_username", "service-account-aid-service")
                    .claim("scope", "profile mutual-insurance:bills:reserve"));

    assertThat(Knock.get(plans(), bearer(token)).status()).isEqualTo(200);

    assertThat(vouched().getClaim("kind")).isEqualTo("SERVICE");
    assertThat(vouched().getStringListClaim("groups")).contains("mutual-insurance:bills:reserve");
  }

  @Test
  void identity_and_hop_by_hop_headers_from_outside_do_not_pass() {
    var answer =
        Knock.raw(
            "GET "
                + plans()
                + " HTTP/1.1\r\nHost: localhost\r\n"
                + bearer(Stage.ISSUER.token())
                + "\r\nX-Forwarded-User: root\r\nX-User-Id: 1\r\nX_Area: 33\r\nRemote-User: root\r\n"
                + "Forwarded: for=1.2.3.4\r\nX-Original-URL: /q/metrics\r\nCookie: a=b\r\n"
                + "X-HTTP-Method-Override: DELETE\r\nKeep-Alive: 5\r\nTE: trailers\r\n"
                + "Proxy-Authorization: x\r\nWished-For: 1\r\nIdempotency-Key: k1\r\n"
                + "Accept-Language: zh\r\nConnection: close, Wished-For\r\n\r\n");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(seen().headers().names().stream().map(String::toLowerCase))
        .containsExactlyInAnyOrder(
            "host",
            "authorization",
            "x-request-id",
            "traceparent",
            "idempotency-key",
            "accept-language");
  }

  @Test
  void the_trace_is_carried_on_or_begun() {
    Knock.get(plans(), bearer(Stage.ISSUER.token()), "traceparent: " + TRACE, "tracestate: a=1");
    assertThat(seen().headers().get("traceparent")).isEqualTo(TRACE);
    assertThat(seen().headers().get("tracestate")).isEqualTo("a=1");

    Stage.ORIGIN.received.clear();
    Knock.get(plans(), bearer(Stage.ISSUER.token()), "traceparent: 00-xyz", "X-Request-Id: <b>");
    assertThat(seen().headers().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(seen().headers().get("x-request-id")).matches("[0-9a-f]{32}");
  }

  @Test
  void an_answer_is_clean() {
    var answer = Knock.get(plans(), bearer(Stage.ISSUER.token()));

    assertThat(answer.header("server")).isEmpty();
    assertThat(answer.header("x-powered-by")).isEmpty();
    assertThat(answer.header("x-internal-hint")).isEmpty();
    assertThat(answer.header("x-content-type-options")).contains("nosniff");
    assertThat(answer.header("cache-control")).contains("no-store");
    assertThat(
            Knock.get(insurance("/cacheable"), bearer(Stage.ISSUER.token()))
                .header("cache-control"))
        .contains("max-age=60");
    assertThat(Knock.get(insurance("/nothing"), bearer(Stage.ISSUER.token())).status())
        .isEqualTo(204);
  }

  @Test
  void an_open_path_needs_no_credential_and_brings_none_along() {
    assertThat(Knock.get(insurance("/open")).status()).isEqualTo(200);
    assertThat(seen().headers().contains("authorization")).isFalse();
    Knock.get(insurance("/open/more")).isProblem(401, "CREDENTIALS_MISSING");
  }

  @Test
  void a_web_socket_with_forged_identity_gets_nowhere() {
    var answer =
        Knock.raw(
            "GET "
                + plans()
                + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "X-Forwarded-User: root\r\n"
                + bearer(Stage.ISSUER.token())
                + "\r\n\r\n");

    answer.isProblem(400, "UPGRADE_REFUSED");
    assertThat(Stage.ORIGIN.received.stream()).isEmpty();
  }

  @Test
  void an_offer_of_http_2_is_overlooked() {
    var answer =
        Knock.raw(
            "GET "
                + plans()
                + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "HTTP2-Settings: AAMAAABk\r\n"
                + bearer(Stage.ISSUER.token())
                + "\r\n\r\n");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(seen().headers().contains("http2-settings")).isFalse();
  }
}
