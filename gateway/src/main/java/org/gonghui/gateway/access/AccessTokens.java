package org.gonghui.gateway.access;

import static org.gonghui.gateway.problem.Refusal.TOKEN_INVALID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.gonghui.gateway.route.GatewaySettings;
import org.jspecify.annotations.Nullable;

/** Checks an access token offline: form, algorithm, signature, and every claim that matters. */
@Singleton
public class AccessTokens {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
  private static final Set<JOSEObjectType> TYPES =
      Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));
  private static final int CLOCK_SKEW_SECONDS = 10;

  private final SigningKeys keys;
  private final String issuer;
  private final String audience;

  public AccessTokens(SigningKeys keys, GatewaySettings settings) {
    this.keys = keys;
    this.issuer = settings.oidc().issuer().toString();
    this.audience = settings.oidc().audience();
  }

  /** The claims, or nothing when the token names a signing key that is not known yet. */
  @Nullable JWTClaimsSet verify(String token, Instant now) {
    try {
      var jwt = SignedJWT.parse(token);
      checkHeader(jwt.getHeader());
      var key = keys.find(jwt.getHeader().getKeyID());
      if (key == null) {
        return null;
      }
      if (!jwt.verify(verifier(jwt.getHeader().getAlgorithm(), key))) {
        throw TOKEN_INVALID.because("The signature does not match");
      }
      var claims = jwt.getJWTClaimsSet();
      checkOrigin(claims);
      checkTime(claims, now);
      return claims;
    } catch (ParseException | IllegalArgumentException _) {
      throw TOKEN_INVALID.because("This is not a signed JWT");
    } catch (JOSEException _) {
      throw TOKEN_INVALID.because("The signature cannot be checked");
    }
  }

  private static void checkHeader(JWSHeader header) {
    if (!ALGORITHMS.contains(header.getAlgorithm())) {
      throw TOKEN_INVALID.because("The signature algorithm is not accepted");
    }
    if (header.getType() != null && !TYPES.contains(header.getType())) {
      throw TOKEN_INVALID.because("This is not an access token");
    }
    if (header.getCriticalParams() != null && !header.getCriticalParams().isEmpty()) {
      throw TOKEN_INVALID.because("The token demands an unknown extension");
    }
    if (header.getKeyID() == null) {
      throw TOKEN_INVALID.because("The token names no signing key");
    }
  }

  private static JWSVerifier verifier(JWSAlgorithm algorithm, JWK key) throws JOSEException {
    if (key.getAlgorithm() != null && !key.getAlgorithm().equals(algorithm)) {
      throw TOKEN_INVALID.because("The signing key is not for this algorithm");
    }
    if (key instanceof RSAKey rsa && JWSAlgorithm.Family.RSA.contains(algorithm)) {
      return new RSASSAVerifier(rsa);
    }
    if (key instanceof ECKey ec && JWSAlgorithm.Family.EC.contains(algorithm)) {
      return new ECDSAVerifier(ec);
    }
    throw TOKEN_INVALID.because("The signing key is not for this algorithm");
  }

  private void checkOrigin(JWTClaimsSet claims) throws ParseException {
    if (!issuer.equals(claims.getIssuer())) {
      throw TOKEN_INVALID.because("Another issuer made this token");
    }
    if (!claims.getAudience().contains(audience)) {
      throw TOKEN_INVALID.because("The token is for another audience");
    }
    if (!"Bearer".equals(claims.getStringClaim("typ"))) {
      throw TOKEN_INVALID.because("This is not an access token");
    }
    if (claims.getSubject() == null || claims.getSubject().isEmpty()) {
      throw TOKEN_INVALID.because("The token names nobody");
    }
  }

  private static void checkTime(JWTClaimsSet claims, Instant now) {
    if (claims.getExpirationTime() == null
        || !now.isBefore(claims.getExpirationTime().toInstant())) {
      throw TOKEN_INVALID.because("The token has expired");
    }
    var soon = Date.from(now.plusSeconds(CLOCK_SKEW_SECONDS));
    if (claims.getNotBeforeTime() != null && claims.getNotBeforeTime().after(soon)
        || claims.getIssueTime() != null && claims.getIssueTime().after(soon)) {
      throw TOKEN_INVALID.because("The token is not valid yet");
    }
  }
}
