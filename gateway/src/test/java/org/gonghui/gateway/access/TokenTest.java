package org.gonghui.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Knock.bearer;
import static org.gonghui.gateway.stage.Knock.plans;
import static org.gonghui.gateway.stage.Stage.ISSUER;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class TokenTest {
  private static final UnaryOperator<JWTClaimsSet.Builder> GOOD = claims -> claims;

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of("RS256", ISSUER.sign(header(JWSAlgorithm.RS256, "rsa-1"), ISSUER.rsa, GOOD)),
        Arguments.of("PS256", ISSUER.sign(header(JWSAlgorithm.PS256, "rsa-1"), ISSUER.rsa, GOOD)),
        Arguments.of("ES256", ISSUER.sign(header(JWSAlgorithm.ES256, "ec-1"), ISSUER.ec, GOOD)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void a_good_token_passes(String name, String token) {
    assertThat(Knock.get(plans(), bearer(token)).status()).as(name).isEqualTo(200);
  }

  static Stream<Arguments> refused() throws JOSEException {
    var now = Instant.now();
    var good = ISSUER.token();
    var parts = good.split("\\.");
    var other = ISSUER.token(claims -> claims.subject("somebody-else")).split("\\.");
    return Stream.of(
        Arguments.of("expired", spoilt(it -> it.expirationTime(Date.from(now.minusSeconds(1))))),
        Arguments.of("without expiry", spoilt(it -> it.expirationTime(null))),
        Arguments.of(
            "not valid yet", spoilt(it -> it.notBeforeTime(Date.from(now.plusSeconds(90))))),
        Arguments.of(
            "issued in the future", spoilt(it -> it.issueTime(Date.from(now.plusSeconds(90))))),
        Arguments.of("other audience", spoilt(it -> it.audience("account"))),
        Arguments.of("no audience", spoilt(it -> it.audience(List.of()))),
        Arguments.of("other issuer", spoilt(it -> it.issuer("http://evil/realms/gonghui"))),
        Arguments.of("id token", spoilt(it -> it.claim("typ", "ID"))),
        Arguments.of("refresh token", spoilt(it -> it.claim("typ", "Refresh"))),
        Arguments.of("no typ", spoilt(it -> it.claim("typ", null))),
        Arguments.of("names nobody", spoilt(it -> it.subject(""))),
        Arguments.of("area is an object", spoilt(it -> it.claim("azp", List.of(1)))),
        Arguments.of("alg none", new PlainJWT(ISSUER.claims().build()).serialize()),
        Arguments.of("HS256 with the public key", hmacWithPublicKey()),
        Arguments.of("RS512", ISSUER.sign(header(JWSAlgorithm.RS512, "rsa-1"), ISSUER.rsa, GOOD)),
        Arguments.of(
            "kid of another key",
            ISSUER.sign(header(JWSAlgorithm.RS256, "rsa-1"), ISSUER.unpublished, GOOD)),
        Arguments.of(
            "unknown kid",
            ISSUER.sign(header(JWSAlgorithm.RS256, "rsa-9"), ISSUER.unpublished, GOOD)),
        Arguments.of(
            "kid of the wrong kind",
            ISSUER.sign(header(JWSAlgorithm.RS256, "ec-1"), ISSUER.rsa, GOOD)),
        Arguments.of(
            "path as kid",
            ISSUER.sign(header(JWSAlgorithm.RS256, "../../dev/null"), ISSUER.rsa, GOOD)),
        Arguments.of("no kid", ISSUER.sign(new JWSHeader(JWSAlgorithm.RS256), ISSUER.rsa, GOOD)),
        Arguments.of("own key in the header", ownKeyInHeader()),
        Arguments.of("critical extension", critical()),
        Arguments.of("header typ", wrongType()),
        Arguments.of("claims exchanged", parts[0] + "." + other[1] + "." + parts[2]),
        Arguments.of("signature cut", good.substring(0, good.length() - 10)),
        Arguments.of("no signature", parts[0] + "." + parts[1] + "."),
        Arguments.of("rubbish", "abc.def.ghi"),
        Arguments.of("not base64", "@@@@"),
        Arguments.of("five parts", good + ".x.y"));
  }

  private static String spoilt(UnaryOperator<JWTClaimsSet.Builder> spoil) {
    return ISSUER.token(spoil);
  }

  private static JWSHeader header(JWSAlgorithm algorithm, String keyId) {
    return new JWSHeader.Builder(algorithm).keyID(keyId).type(JOSEObjectType.JWT).build();
  }

  private static String hmacWithPublicKey() throws JOSEException {
    var jwt = new SignedJWT(header(JWSAlgorithm.HS256, "rsa-1"), ISSUER.claims().build());
    jwt.sign(new MACSigner(ISSUER.rsa.toRSAPublicKey().getEncoded()));
    return jwt.serialize();
  }

  private static String ownKeyInHeader() {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("rsa-1")
            .jwk(ISSUER.unpublished.toPublicJWK())
            .build();
    return ISSUER.sign(header, ISSUER.unpublished, GOOD);
  }

  private static String critical() {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("rsa-1")
            .criticalParams(Set.of("b64x"))
            .customParam("b64x", true)
            .build();
    return ISSUER.sign(header, ISSUER.rsa, GOOD);
  }

  private static String wrongType() {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("rsa-1")
            .type(new JOSEObjectType("logout+jwt"))
            .build();
    return ISSUER.sign(header, ISSUER.rsa, GOOD);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void a_bad_token_is_refused(String name, String token) {
    var before = Stage.ORIGIN.received.size();

    var answer = Knock.get(plans(), bearer(token));

    answer.isProblem(401, "TOKEN_INVALID");
    assertThat(answer.header("www-authenticate"))
        .as(name)
        .get()
        .asString()
        .contains("invalid_token");
    assertThat(Stage.ORIGIN.received).hasSize(before);
  }

  @Test
  void a_token_that_was_good_is_refused_once_expired() throws InterruptedException {
    var expiry = Date.from(Instant.now().plusSeconds(2));
    var token = bearer(spoilt(claims -> claims.expirationTime(expiry)));
    assertThat(Knock.get(plans(), token).status()).isEqualTo(200);

    Thread.sleep(2_100);

    Knock.get(plans(), token).isProblem(401, "TOKEN_INVALID");
  }

  @Test
  void a_new_signing_key_is_fetched_and_unknown_ones_do_not_flood_the_issuer()
      throws InterruptedException, JOSEException {
    var rotated =
        new com.nimbusds.jose.jwk.gen.RSAKeyGenerator(2048).keyID("rsa-rotated").generate();
    ISSUER.publish(rotated);
    Thread.sleep(1_100);

    var answer =
        Knock.get(
            plans(), bearer(ISSUER.sign(header(JWSAlgorithm.RS256, "rsa-rotated"), rotated, GOOD)));
    var fetches = ISSUER.fetches();
    for (var i = 0; i < 30; i++) {
      var forged = header(JWSAlgorithm.RS256, "forged-" + i);
      Knock.get(plans(), bearer(ISSUER.sign(forged, ISSUER.unpublished, GOOD)))
          .isProblem(401, "TOKEN_INVALID");
    }

    assertThat(answer.status()).isEqualTo(200);
    assertThat(ISSUER.fetches() - fetches).isLessThan(20);
  }
}
