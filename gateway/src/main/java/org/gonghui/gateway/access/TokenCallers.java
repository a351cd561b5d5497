package org.gonghui.gateway.access;

import static org.gonghui.gateway.problem.Refusal.IDENTITY_UNAVAILABLE;
import static org.gonghui.gateway.problem.Refusal.TOKEN_INVALID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.gonghui.gateway.limit.Allowances;
import org.jspecify.annotations.Nullable;

/** Callers known by their access token; a token is verified once and remembered till it expires. */
@Singleton
public class TokenCallers {
  private static final int REMEMBERED = 10_000;

  private final AccessTokens tokens;
  private final SigningKeys keys;
  private final Allowances allowances;
  private final Clock clock;
  private final Cache<Fingerprint, Passport> known;

  public TokenCallers(AccessTokens tokens, SigningKeys keys, Allowances allowances, Clock clock) {
    this.tokens = tokens;
    this.keys = keys;
    this.allowances = allowances;
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofHours(1))
            .executor(Runnable::run)
            .build();
  }

  @Nullable Passport findKnown(Fingerprint fingerprint, long nowMillis) {
    var passport = known.getIfPresent(fingerprint);
    return passport == null || passport.isExpired(nowMillis) ? null : passport;
  }

  /** Verifies a token not seen before; may wait for the issuer's new keys. */
  Future<Passport> learn(String token, Fingerprint fingerprint) {
    var claims = tokens.verify(token, clock.instant());
    if (claims != null) {
      return Future.succeededFuture(remember(claims, fingerprint));
    }
    return keys.refresh()
        .recover(_ -> Future.succeededFuture())
        .map(_ -> remember(requireVerified(token), fingerprint));
  }

  private JWTClaimsSet requireVerified(String token) {
    var claims = tokens.verify(token, clock.instant());
    if (claims != null) {
      return claims;
    }
    if (!keys.isLoaded()) {
      throw IDENTITY_UNAVAILABLE.retryAfter(5, "The issuer's signing keys are not known yet");
    }
    throw TOKEN_INVALID.because("The token names an unknown signing key");
  }

  private Passport remember(JWTClaimsSet claims, Fingerprint fingerprint) {
    try {
      var caller = TokenCaller.of(claims);
      var expiresAt = Objects.requireNonNull(claims.getExpirationTime()).toInstant();
      var passport = new Passport(caller, allowances.ofUser(caller.subject()), expiresAt);
      known.put(fingerprint, passport);
      return passport;
    } catch (ParseException _) {
      throw TOKEN_INVALID.because("A claim of the token has the wrong type");
    }
  }
}
