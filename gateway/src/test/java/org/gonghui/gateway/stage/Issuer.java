package org.gonghui.gateway.stage;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Signs tokens with keys that it publishes, as Keycloak does. */
public final class Issuer implements AutoCloseable {
  private static final String KEYS = "/realms/gonghui/protocol/openid-connect/certs";

  public final RSAKey rsa;
  public final ECKey ec;
  public final RSAKey unpublished;
  private final List<JWK> published = new ArrayList<>();
  private final HttpServer server;
  private final AtomicInteger fetches = new AtomicInteger();

  public Issuer() {
    try {
      rsa = rsa("rsa-1");
      ec = new ECKeyGenerator(Curve.P_256).keyID("ec-1").keyUse(KeyUse.SIGNATURE).generate();
      unpublished = rsa("rsa-2");
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (JOSEException cause) {
      throw new IllegalStateException(cause);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    published.addAll(List.of(rsa, ec));
    server.createContext(
        KEYS,
        exchange -> {
          fetches.incrementAndGet();
          var body = new JWKSet(published).toString(true).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private static RSAKey rsa(String id) throws JOSEException {
    return new RSAKeyGenerator(2048).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/realms/gonghui";
  }

  public void publish(JWK key) {
    published.add(key);
  }

  public int fetches() {
    return fetches.get();
  }

  /** A good token's claims, to be spoiled by tests. */
  public JWTClaimsSet.Builder claims() {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(url())
        .audience(List.of("gonghui", "account"))
        .subject("0b6f3c1e-6a1e-4c56-9a2f-6f0e8f6f0001")
        .claim("typ", "Bearer")
        .claim("azp", "gonghui-web")
        .claim("preferred_username", "officer.city")
        .claim("area", "3306")
        .claim("realm_access", Map.of("roles", List.of("officer", "offline_access", "x:y")))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(1800)));
  }

  public String token() {
    return token(claims -> claims);
  }

  public String token(UnaryOperator<JWTClaimsSet.Builder> spoil) {
    return sign(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(rsa.getKeyID()).build(), rsa, spoil);
  }

  public String sign(JWSHeader header, JWK key, UnaryOperator<JWTClaimsSet.Builder> spoil) {
    try {
      var jwt = new SignedJWT(header, spoil.apply(claims()).build());
      jwt.sign(signer(key));
      return jwt.serialize();
    } catch (JOSEException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static JWSSigner signer(JWK key) throws JOSEException {
    return key instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner((RSAKey) key);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
