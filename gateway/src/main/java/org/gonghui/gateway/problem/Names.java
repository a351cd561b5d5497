package org.gonghui.gateway.problem;

import io.vertx.core.http.HttpHeaders;

/** Header names with their hash worked out once; the hot path looks up a dozen of them. */
public final class Names {
  public static final CharSequence AUTHORIZATION = HttpHeaders.createOptimized("authorization");
  public static final CharSequence CACHE_CONTROL = HttpHeaders.createOptimized("cache-control");
  public static final CharSequence CLOSE = HttpHeaders.createOptimized("close");
  public static final CharSequence ACCEPT_ENCODING = HttpHeaders.createOptimized("accept-encoding");
  public static final CharSequence CONTENT_ENCODING =
      HttpHeaders.createOptimized("content-encoding");
  public static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("content-type");
  public static final CharSequence ETAG = HttpHeaders.createOptimized("etag");
  public static final CharSequence ORIGIN = HttpHeaders.createOptimized("origin");
  public static final CharSequence STRICT_TRANSPORT =
      HttpHeaders.createOptimized("strict-transport-security");
  public static final CharSequence ONE_YEAR = HttpHeaders.createOptimized("max-age=31536000");
  public static final CharSequence VARY = HttpHeaders.createOptimized("vary");
  public static final CharSequence CONNECTION = HttpHeaders.createOptimized("connection");
  public static final CharSequence CONTENT_LENGTH = HttpHeaders.createOptimized("content-length");
  public static final CharSequence CONTENT_TYPE_OPTIONS =
      HttpHeaders.createOptimized("x-content-type-options");
  public static final CharSequence EXPECT = HttpHeaders.createOptimized("expect");
  public static final CharSequence HOST = HttpHeaders.createOptimized("host");
  public static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
  public static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  public static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
  public static final CharSequence TRACEPARENT = HttpHeaders.createOptimized("traceparent");
  public static final CharSequence TRACESTATE = HttpHeaders.createOptimized("tracestate");
  public static final CharSequence TRANSFER_ENCODING =
      HttpHeaders.createOptimized("transfer-encoding");
  public static final CharSequence UPGRADE = HttpHeaders.createOptimized("upgrade");
  public static final CharSequence API_KEY = HttpHeaders.createOptimized("x-api-key");

  private Names() {}
}
