package org.gonghui.gateway.access;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gonghui.gateway.limit.Allowance;
import org.gonghui.gateway.problem.Refused;
import org.gonghui.gateway.route.Route;
import org.gonghui.gateway.usage.KeyUse;
import org.jspecify.annotations.Nullable;

/** A caller who has been checked, until when, and what can be prepared once for all requests. */
public final class Passport {
  private static final String KEY_EXPIRES = "Key-Expires";

  private final Caller caller;
  private final Allowance allowance;
  private final long expiresAtMillis;
  private final @Nullable KeyUse use;
  private final String expiresAt;
  private final long warnFromMillis;
  private final Map<String, byte[]> heads = new ConcurrentHashMap<>(4);

  /** Of a user. */
  Passport(Caller caller, Allowance allowance, Instant expiresAt) {
    this(caller, allowance, expiresAt, null, Instant.MAX);
  }

  /** Of a key, whose use is counted and whose end is told from an instant on. */
  Passport(
      Caller caller,
      Allowance allowance,
      Instant expiresAt,
      @Nullable KeyUse use,
      Instant warnFrom) {
    this.caller = caller;
    this.allowance = allowance;
    this.expiresAtMillis = expiresAt.toEpochMilli();
    this.use = use;
    this.expiresAt = expiresAt.toString();
    this.warnFromMillis = warnFrom.equals(Instant.MAX) ? Long.MAX_VALUE : warnFrom.toEpochMilli();
  }

  public Caller caller() {
    return caller;
  }

  /** Lets one request pass to a route, or refuses it; the answer tells what is left. */
  public void spend(Route route, MultiMap answer, long nowMillis) {
    if (nowMillis >= warnFromMillis) {
      answer.set(KEY_EXPIRES, expiresAt);
    }
    if (use == null) {
      allowance.spend(answer, nowMillis);
      return;
    }
    try {
      allowance.spend(answer, nowMillis);
      use.passed(route.service(), nowMillis);
    } catch (Refused refused) {
      use.refused(route.service());
      throw refused;
    }
  }

  boolean isExpired(long nowMillis) {
    return nowMillis >= expiresAtMillis;
  }

  /** The part of the internal token that is the same for each request to one service. */
  byte[] tokenHead(Route route) {
    var known = heads.get(route.service());
    if (known != null) {
      return known;
    }
    return heads.computeIfAbsent(route.service(), service -> InternalClaims.head(caller, service));
  }
}
