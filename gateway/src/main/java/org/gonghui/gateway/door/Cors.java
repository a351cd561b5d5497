package org.gonghui.gateway.door;

import static org.gonghui.gateway.problem.Refusal.ORIGIN_REFUSED;

import io.vertx.core.http.HttpMethod;
import java.util.Set;
import org.gonghui.gateway.forward.Visit;
import org.gonghui.gateway.problem.Names;

/**
 * Which pages of other origins may read answers: exactly those that are listed. Credentials travel
 * in headers that a page sets itself, so browsers are never asked to add any of their own.
 */
final class Cors {
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String HEADERS =
      "Authorization, X-API-Key, Content-Type, Accept, Accept-Language, Idempotency-Key, If-Match,"
          + " If-None-Match, X-Request-Id, traceparent";
  private static final String READABLE =
      "Content-Disposition, ETag, Idempotency-Replayed, Location, RateLimit, RateLimit-Policy,"
          + " Retry-After, X-Request-Id";
  private static final String SECONDS_KNOWN = "7200";

  private final Set<String> origins;

  Cors(Set<String> origins) {
    if (origins.stream().anyMatch(origin -> !origin.matches("https?://[^/*]+"))) {
      throw new IllegalArgumentException("An origin is scheme, host and port, without wildcard");
    }
    this.origins = Set.copyOf(origins);
  }

  /** Whether the request was a browser's question beforehand, and is answered. */
  boolean answers(Visit visit) {
    if (origins.isEmpty()) {
      return false;
    }
    var request = visit.request();
    var response = request.response();
    response.putHeader(Names.VARY, "Origin");
    var origin = request.headers().get(Names.ORIGIN);
    if (origin == null) {
      return false;
    }
    var isListed = origins.contains(origin);
    if (isListed) {
      response.putHeader("Access-Control-Allow-Origin", origin);
    }
    if (request.method() == HttpMethod.OPTIONS
        && request.headers().contains("Access-Control-Request-Method")) {
      answerBeforehand(visit, isListed);
      return true;
    }
    if (isListed) {
      response.putHeader("Access-Control-Expose-Headers", READABLE);
    }
    return false;
  }

  private static void answerBeforehand(Visit visit, boolean isListed) {
    visit.client().spend();
    if (!isListed) {
      throw ORIGIN_REFUSED.because("The origin is not one of those that are listed");
    }
    visit.guest().heardFrom();
    visit
        .request()
        .response()
        .setStatusCode(204)
        .putHeader("Access-Control-Allow-Methods", METHODS)
        .putHeader("Access-Control-Allow-Headers", HEADERS)
        .putHeader("Access-Control-Max-Age", SECONDS_KNOWN)
        .end();
  }
}
