package org.gonghui.kit.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The areas that a list may show, as a pattern for {@code area like :areas}; area codes hold no
 * wildcard.
 */
public record AreaFilter(String pattern) {
  /** What the caller sees; narrowed to the asked area, or nothing when that lies elsewhere. */
  public static AreaFilter of(Caller caller, @Nullable String asked) {
    var own = caller.area();
    var prefix =
        Optional.ofNullable(asked)
            .map(area -> area.startsWith(own) ? area : own.startsWith(area) ? own : "-")
            .orElse(own);
    return new AreaFilter(prefix.replaceAll("[^0-9A-Za-z-]", "-") + "%");
  }

  public static AreaFilter of(Caller caller) {
    return of(caller, null);
  }
}
