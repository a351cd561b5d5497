package org.gonghui.gateway.access;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gonghui.gateway.limit.Pace;
import org.gonghui.gateway.route.Route;

/** A caller who has been checked, until when, and what can be prepared once for all requests. */
public final class Passport {
  private final Caller caller;
  private final Pace pace;
  private final long expiresAtMillis;
  private final Map<String, byte[]> heads = new ConcurrentHashMap<>(4);

  public Passport(Caller caller, Pace pace, Instant expiresAt) {
    this.caller = caller;
    this.pace = pace;
    this.expiresAtMillis = expiresAt.toEpochMilli();
  }

  public Caller caller() {
    return caller;
  }

  public Pace pace() {
    return pace;
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
