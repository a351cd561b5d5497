package org.gonghui.gateway.access;

import static org.gonghui.gateway.problem.Refusal.CREDENTIALS_AMBIGUOUS;
import static org.gonghui.gateway.problem.Refusal.CREDENTIALS_MISSING;
import static org.gonghui.gateway.problem.Refusal.CREDENTIAL_KIND_REFUSED;
import static org.gonghui.gateway.problem.Refusal.SCOPE_MISSING;
import static org.gonghui.gateway.problem.Refusal.TOKEN_INVALID;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.security.MessageDigest;
import org.gonghui.gateway.limit.Client;
import org.gonghui.gateway.problem.Names;
import org.gonghui.gateway.route.GatewaySettings.Credential;
import org.gonghui.gateway.route.Route;
import org.jspecify.annotations.Nullable;

/** Decides whether a request may pass to a route; one per event loop. */
public final class Admission {
  private static final String BEARER = "bearer ";

  private final MessageDigest sha256 = Fingerprint.sha256();
  private final TokenCallers tokens;
  private final KeyCallers keys;

  public Admission(TokenCallers tokens, KeyCallers keys) {
    this.tokens = tokens;
    this.keys = keys;
  }

  /** The caller when already known, which is nearly always. */
  public Answer admit(MultiMap headers, Client client, Route route, String path, long nowMillis) {
    var authorization = single(headers, Names.AUTHORIZATION);
    var key = single(headers, Names.API_KEY);
    if (authorization != null && key != null) {
      throw CREDENTIALS_AMBIGUOUS.because("A token and a key came together");
    }
    if (authorization != null) {
      return byToken(authorization, route, nowMillis);
    }
    if (key != null) {
      return byKey(key, client, route, nowMillis);
    }
    if (route.open().contains(path)) {
      return new Answer.Anybody();
    }
    throw CREDENTIALS_MISSING.because("This route needs an access token or a partner key");
  }

  private Answer byToken(String authorization, Route route, long nowMillis) {
    if (!route.credentials().contains(Credential.TOKEN)) {
      throw CREDENTIAL_KIND_REFUSED.because("This route takes no access tokens");
    }
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw TOKEN_INVALID.because("Only the Bearer scheme is accepted");
    }
    var token = authorization.substring(BEARER.length());
    var fingerprint = Fingerprint.of(sha256, token);
    var known = tokens.findKnown(fingerprint, nowMillis);
    return known == null
        ? new Answer.Unknown(tokens.learn(token, fingerprint))
        : new Answer.Known(known);
  }

  private Answer byKey(String key, Client client, Route route, long nowMillis) {
    if (!route.credentials().contains(Credential.KEY)) {
      throw CREDENTIAL_KIND_REFUSED.because("This route takes no partner keys");
    }
    var known = keys.find(key, client, nowMillis);
    return known == null
        ? new Answer.Unknown(
            keys.learn(key, client, nowMillis).map(learnt -> requireScope(learnt, route)))
        : new Answer.Known(requireScope(known, route));
  }

  private static Passport requireScope(Passport passport, Route route) {
    if (!passport.caller().hasScopeFor(route.scopePrefix())) {
      throw SCOPE_MISSING.because("The key has no scope of " + route.service());
    }
    return passport;
  }

  private static @Nullable String single(MultiMap headers, CharSequence name) {
    var value = headers.get(name);
    if (value != null && headers.getAll(name).size() > 1) {
      throw CREDENTIALS_AMBIGUOUS.because("The header " + name + " came more than once");
    }
    return value;
  }

  /** What looking at the credentials gave. */
  public sealed interface Answer {
    /** Verified before, or by a look into memory. */
    record Known(Passport passport) implements Answer {}

    /** A token that is being verified, or a key that may be new. */
    record Unknown(Future<Passport> passport) implements Answer {}

    /** No credential, on a route that needs none. */
    record Anybody() implements Answer {}
  }
}
