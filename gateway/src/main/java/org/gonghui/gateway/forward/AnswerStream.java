package org.gonghui.gateway.forward;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.gonghui.gateway.problem.Names;
import org.jspecify.annotations.Nullable;

/** The service's answer flowing back to the caller, no faster than the caller reads. */
final class AnswerStream {
  private static final long UNKNOWN = -1;

  private final Exchange exchange;
  private final Visit visit;
  private final HttpServerRequest inbound;
  private final HttpClientResponse from;
  private long expected;
  private long passed;
  private @Nullable GzipStream gzip;

  AnswerStream(Exchange exchange, Visit visit, HttpClientResponse from) {
    this.exchange = exchange;
    this.visit = visit;
    this.inbound = visit.request();
    this.from = from;
  }

  void begin(boolean bodyArrived) {
    var to = inbound.response();
    to.setStatusCode(from.statusCode());
    if (!bodyArrived) {
      visit.sayLast();
    }
    Hygiene.copyOutward(from.headers(), to.headers());
    if (hasNoBody()) {
      exchange.answered(to::end);
      return;
    }
    var length = from.getHeader(Names.CONTENT_LENGTH);
    expected = length == null ? UNKNOWN : Long.parseLong(length);
    if (GzipStream.suits(inbound.headers(), from, expected)) {
      gzip = GzipStream.announcedIn(to.headers());
    }
    if (expected == UNKNOWN || gzip != null) {
      to.setChunked(true);
    }
    from.handler(this::pass);
    from.endHandler(_ -> ended());
    from.exceptionHandler(_ -> exchange.brokeOff());
  }

  private boolean hasNoBody() {
    return inbound.method() == HttpMethod.HEAD
        || from.statusCode() == 204
        || from.statusCode() == 304;
  }

  /** A small answer is one part and goes out in one write with its head. */
  private void pass(Buffer part) {
    if (exchange.isOver()) {
      return;
    }
    var to = inbound.response();
    passed += part.length();
    if (passed == expected) {
      var last = gzip == null ? part : gzip.last(part);
      exchange.answered(() -> to.end(last));
      return;
    }
    var next = gzip == null ? part : gzip.next(part);
    if (next.length() == 0) {
      return;
    }
    to.write(next);
    if (to.writeQueueFull()) {
      from.pause();
      to.drainHandler(_ -> from.resume());
    }
  }

  private void ended() {
    if (exchange.isOver()) {
      return;
    }
    if (expected > passed) {
      exchange.brokeOff();
    } else if (gzip == null) {
      exchange.answered(inbound.response()::end);
    } else {
      var last = gzip.last(Buffer.buffer());
      exchange.answered(() -> inbound.response().end(last));
    }
  }

  /** Gives back what a finished or broken answer held. */
  void close() {
    if (gzip != null) {
      gzip.close();
    }
  }
}
