package org.gonghui.gateway.forward;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.gonghui.gateway.problem.Refusal;
import org.gonghui.gateway.problem.Refused;

/** What a failing upstream means to the caller. */
final class UpstreamFaults {
  private UpstreamFaults() {}

  static Refused refusal(Throwable cause) {
    return switch (cause) {
      case Refused refused -> refused;
      case ConnectException _ -> unreachable();
      case UnknownHostException _ -> unreachable();
      case ConnectionPoolTooBusyException _ ->
          Refusal.UPSTREAM_BUSY.retryAfter(1, "The service works on as much as it can");
      default -> Refusal.UPSTREAM_BROKEN.because("The connection to the service broke");
    };
  }

  static Refused unreachable() {
    return Refusal.UPSTREAM_UNREACHABLE.retryAfter(2, "The service does not take connections");
  }
}
