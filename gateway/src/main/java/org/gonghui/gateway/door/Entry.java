package org.gonghui.gateway.door;

import static org.gonghui.gateway.problem.Refusal.EXPECTATION_FAILED;
import static org.gonghui.gateway.problem.Refusal.HOST_INVALID;
import static org.gonghui.gateway.problem.Refusal.HOST_UNKNOWN;
import static org.gonghui.gateway.problem.Refusal.METHOD_NOT_ALLOWED;
import static org.gonghui.gateway.problem.Refusal.REQUEST_MALFORMED;
import static org.gonghui.gateway.problem.Refusal.UPGRADE_REFUSED;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gonghui.gateway.problem.Names;
import org.gonghui.gateway.problem.Refusal;
import org.gonghui.gateway.problem.Refused;
import org.jspecify.annotations.Nullable;

/** What every request must be, wherever it wants to go. */
final class Entry {
  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private final @Nullable Set<String> hosts;

  Entry(@Nullable Set<String> hosts) {
    this.hosts = hosts;
  }

  void check(HttpServerRequest request) {
    if (!METHODS.contains(request.method())) {
      throw METHOD_NOT_ALLOWED.because("The method is not one of this platform's");
    }
    var headers = request.headers();
    checkHost(request);
    checkLength(request, headers);
    var upgrade = headers.get(Names.UPGRADE);
    if (upgrade != null && upgrade.toLowerCase(Locale.ROOT).contains("websocket")) {
      throw UPGRADE_REFUSED.because("WebSockets are not served");
    }
    var expect = headers.get(Names.EXPECT);
    if (expect != null && !expect.equalsIgnoreCase("100-continue")) {
      throw EXPECTATION_FAILED.because("Only 100-continue is understood");
    }
  }

  /** The decoder looks at this in HTTP/1.1 only, and what passes here becomes that. */
  private static void checkLength(HttpServerRequest request, MultiMap headers) {
    var transfer = headers.get(Names.TRANSFER_ENCODING);
    if (transfer != null
        && (!transfer.equalsIgnoreCase("chunked")
            || request.version() == HttpVersion.HTTP_1_0
            || headers.contains(Names.CONTENT_LENGTH)
            || headers.getAll(Names.TRANSFER_ENCODING).size() > 1)) {
      throw REQUEST_MALFORMED.because("The transfer encoding is not chunked alone");
    }
  }

  private void checkHost(HttpServerRequest request) {
    var given = request.headers().getAll(Names.HOST);
    if (request.version() == HttpVersion.HTTP_2) {
      Fields.check(request.headers());
      checkAuthority(request.authority(), given);
      return;
    }
    if (given.size() != 1 || given.getFirst().isEmpty()) {
      throw HOST_INVALID.because("A request names exactly one host");
    }
    checkName(given.getFirst());
  }

  /** HTTP/2 has a field of its own for the host; who sends the old one too says the same in it. */
  private void checkAuthority(@Nullable HostAndPort authority, List<String> given) {
    if (authority == null || given.size() > 1) {
      throw HOST_INVALID.because("A request names exactly one host");
    }
    if (given.size() == 1 && !given.getFirst().equalsIgnoreCase(authority.toString())) {
      throw HOST_INVALID.because("Two hosts are named");
    }
    checkName(authority.toString());
  }

  private void checkName(String host) {
    for (var i = 0; i < host.length(); i++) {
      var c = host.charAt(i);
      var fits =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || ".-:[]_".indexOf(c) >= 0;
      if (!fits) {
        throw HOST_INVALID.because("The host is not a name or an address");
      }
    }
    if (hosts != null && !hosts.contains(withoutPort(host))) {
      throw HOST_UNKNOWN.because("This host is not served here");
    }
  }

  private static String withoutPort(String host) {
    var colon = host.lastIndexOf(':');
    var name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    return name.toLowerCase(Locale.ROOT);
  }

  /** What a request that is not HTTP is told. */
  static Refused malformed(@Nullable Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException _ ->
          Refusal.LINE_TOO_LONG.because("The request line exceeds the limit");
      case TooLongHttpHeaderException _ ->
          Refusal.HEADERS_TOO_LARGE.because("The headers exceed the limit");
      case TooLongFrameException _ ->
          Refusal.HEADERS_TOO_LARGE.because("The headers exceed the limit");
      case null, default -> REQUEST_MALFORMED.because("The request is not well-formed");
    };
  }
}
