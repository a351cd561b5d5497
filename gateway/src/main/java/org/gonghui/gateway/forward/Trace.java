package org.gonghui.gateway.forward;

import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.gonghui.gateway.problem.Names;
import org.jspecify.annotations.Nullable;

/** How one request is found again in every log: request id and W3C trace context. */
public record Trace(String requestId, String traceparent, @Nullable String tracestate) {
  private static final int LONGEST_ID = 64;
  private static final int TRACEPARENT = 55;

  public static Trace of(MultiMap headers, SplittableRandom random) {
    var given = headers.get(Names.TRACEPARENT);
    var asked = headers.get(Names.REQUEST_ID);
    if (given != null && isTraceparent(given)) {
      var id = asked != null && isSane(asked) ? asked : given.substring(3, 35);
      return new Trace(id, given, headers.get(Names.TRACESTATE));
    }
    var hex = HexFormat.of();
    var traceId = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
    var parent = "00-" + traceId + "-" + hex.toHexDigits(random.nextLong() | 1) + "-01";
    return new Trace(asked != null && isSane(asked) ? asked : traceId, parent, null);
  }

  public String traceId() {
    return traceparent.substring(3, 35);
  }

  private static boolean isSane(String id) {
    if (id.length() < 8 || id.length() > LONGEST_ID) {
      return false;
    }
    for (var i = 0; i < id.length(); i++) {
      var c = id.charAt(i);
      var fits =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '-'
              || c == '_'
              || c == '.';
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTraceparent(String text) {
    if (text.length() != TRACEPARENT || !text.startsWith("00-")) {
      return false;
    }
    for (var i = 3; i < TRACEPARENT; i++) {
      var c = text.charAt(i);
      var dash = i == 35 || i == 52;
      if (dash ? c != '-' : !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return !text.startsWith("00000000000000000000000000000000", 3)
        && !text.startsWith("0000000000000000", 36);
  }
}
