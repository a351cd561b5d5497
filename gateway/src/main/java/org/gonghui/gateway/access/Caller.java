package org.gonghui.gateway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asks, as the services will hear it. */
public record Caller(
    String subject,
    String name,
    Kind kind,
    List<String> groups,
    @Nullable String area,
    @Nullable String personKey,
    @Nullable String employer,
    List<String> providers,
    @Nullable String client) {

  /** What kind of principal this is. */
  public enum Kind {
    USER,
    PARTNER,
    SERVICE
  }

  public Caller {
    groups = List.copyOf(groups);
    providers = List.copyOf(providers);
  }

  /** Whether a partner holds any scope of a service; the service itself looks closer. */
  boolean hasScopeFor(String scopePrefix) {
    for (var group : groups) {
      if (group.startsWith(scopePrefix)) {
        return true;
      }
    }
    return false;
  }
}
