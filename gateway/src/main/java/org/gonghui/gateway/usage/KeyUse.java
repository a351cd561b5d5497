package org.gonghui.gateway.usage;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What one key did since it was last written down. */
public final class KeyUse {
  private final UUID key;
  private final Map<String, Counts> byRoute = new ConcurrentHashMap<>(4);
  private volatile long usedAtMillis;

  KeyUse(UUID key) {
    this.key = key;
  }

  public void passed(String route, long nowMillis) {
    counts(route).passed.increment();
    usedAtMillis = nowMillis;
  }

  /** Refused by a limit. */
  public void refused(String route) {
    counts(route).refused.increment();
  }

  Counts counts(String route) {
    var known = byRoute.get(route);
    return known == null ? byRoute.computeIfAbsent(route, _ -> new Counts()) : known;
  }

  UUID key() {
    return key;
  }

  long usedAtMillis() {
    return usedAtMillis;
  }

  Map<String, Counts> byRoute() {
    return byRoute;
  }

  /** Two counts that are emptied as they are written. */
  static final class Counts {
    final LongAdder passed = new LongAdder();
    final LongAdder refused = new LongAdder();
  }
}
