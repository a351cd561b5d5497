package org.gonghui.gateway.problem;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a refusal to the caller as an RFC 9457 problem in the caller's language. */
public final class ProblemAnswer {
  private static final String TYPE_BASE = "/problems/";

  private static final Map<String, String> MEANINGS_ZH =
      ExplainedRefusal.all().stream()
          .collect(toMap(ExplainedRefusal::code, ExplainedRefusal::meaningZh));

  private ProblemAnswer() {}

  /** Answers unless an answer has begun; then the connection is cut, which is all that is left. */
  public static void send(HttpServerRequest request, Refused refused, String traceId) {
    var response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    var body = body(request, refused, traceId).toBuffer();
    head(response, refused);
    if (request.method() == HttpMethod.HEAD) {
      response.putHeader("Content-Length", Integer.toString(body.length())).end();
    } else {
      response.end(body);
    }
  }

  private static void head(HttpServerResponse response, Refused refused) {
    response.setStatusCode(refused.refusal().status());
    response
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff");
    if (refused.retryAfterSeconds() > 0) {
      response.putHeader("Retry-After", Integer.toString(refused.retryAfterSeconds()));
    }
    switch (refused.refusal()) {
      case CREDENTIALS_MISSING ->
          response.putHeader("WWW-Authenticate", "Bearer realm=\"gonghui\"");
      case TOKEN_INVALID ->
          response.putHeader(
              "WWW-Authenticate", "Bearer realm=\"gonghui\", error=\"invalid_token\"");
      case KEY_INVALID -> response.putHeader("WWW-Authenticate", "ApiKey realm=\"gonghui\"");
      case METHOD_NOT_ALLOWED ->
          response.putHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
      default -> {}
    }
  }

  private static JsonObject body(HttpServerRequest request, Refused refused, String traceId) {
    var refusal = refused.refusal();
    var code = refusal.name();
    var chinese = speaksChinese(request.getHeader("Accept-Language"));
    return new JsonObject()
        .put("type", TYPE_BASE + code.toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("title", refusal.title(chinese))
        .put("status", refusal.status())
        .put("code", code)
        .put(
            "detail", chinese ? MEANINGS_ZH.getOrDefault(code, refused.detail()) : refused.detail())
        .put("instance", "urn:trace:" + traceId)
        .put("traceId", traceId);
  }

  /** The first of zh and en wins; quality values are written in falling order by every client. */
  public static boolean speaksChinese(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return false;
    }
    var wanted = acceptLanguage.toLowerCase(Locale.ROOT);
    var zh = wanted.indexOf("zh");
    var en = wanted.indexOf("en");
    return zh >= 0 && (en < 0 || zh < en);
  }
}
