package org.gonghui.kit.testing;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens as the gateway makes them, signed by the test key. */
public final class TestTokens {
  /** The key between gateway and service in tests. */
  public static final String KEY = "dGVzdC1rZXktb2YtdGhlLWdhdGV3YXktMzItYnl0ZXM=";

  static final String PERSON_KEY_SECRET = "dGVzdC1zZWNyZXQtb2YtcGVyc29uLWtleXMtMzJieXQ=";

  private TestTokens() {}

  /** A token for the service under test. */
  public static String of(TestCaller caller) {
    return of(caller, service());
  }

  /** A token for another audience, which the service under test must refuse. */
  public static String of(TestCaller caller, String audience) {
    return signed(caller, audience, Instant.now(), KEY);
  }

  /** Any token at all, for tests of the refusal. */
  public static String signed(TestCaller caller, String audience, Instant issuedAt, String key) {
    var claims =
        Jwt.issuer("gonghui-gateway")
            .audience(audience)
            .subject(caller.subject())
            .upn(caller.name())
            .groups(caller.roles())
            .claim("area", caller.area())
            .claim("kind", caller.kind().name())
            .claim("azp", "gonghui-web")
            .claim("rid", UUID.randomUUID().toString())
            .issuedAt(issuedAt)
            .expiresAt(issuedAt.plusSeconds(60));
    Optional.ofNullable(caller.personKey()).ifPresent(it -> claims.claim("person_key", it));
    Optional.ofNullable(caller.employer()).ifPresent(it -> claims.claim("employer", it));
    if (!caller.providers().isEmpty()) {
      claims.claim("provider", caller.providers());
    }
    var secret = new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256");
    return claims.jws().algorithm(SignatureAlgorithm.HS256).sign(secret);
  }

  private static String service() {
    return ConfigProvider.getConfig().getValue("gonghui.service", String.class);
  }
}
