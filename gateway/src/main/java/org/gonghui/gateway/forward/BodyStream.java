package org.gonghui.gateway.forward;

import static org.gonghui.gateway.problem.Refusal.BODY_TOO_LARGE;
import static org.gonghui.gateway.problem.Refusal.REQUEST_TIMEOUT;
import static org.gonghui.gateway.problem.Refusal.UPSTREAM_TIMEOUT;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import org.gonghui.gateway.problem.Refused;
import org.gonghui.gateway.route.Route;
import org.jspecify.annotations.Nullable;

/** The caller's body flowing to the service, no faster than the service reads, and counted. */
final class BodyStream {
  private static final long CHUNKED = -1;

  private final Exchange exchange;
  private final HttpServerRequest inbound;
  private final Route route;
  private final long declaredLength;
  private long received;
  private long lastProgress = System.nanoTime();
  private boolean arrived;
  private boolean waits;

  BodyStream(Exchange exchange, HttpServerRequest inbound, Route route, long declaredLength) {
    this.exchange = exchange;
    this.inbound = inbound;
    this.route = route;
    this.declaredLength = declaredLength;
    this.arrived = declaredLength == 0;
  }

  /** What has no body can be sent again. */
  boolean isEmpty() {
    return declaredLength == 0;
  }

  boolean hasArrived() {
    return arrived;
  }

  void flowInto(HttpClientRequest to) {
    if (arrived) {
      to.end();
      return;
    }
    if (declaredLength == CHUNKED) {
      to.setChunked(true);
    }
    inbound.handler(part -> pass(part, to));
    inbound.endHandler(_ -> end(to));
    inbound.resume();
  }

  private void end(HttpClientRequest to) {
    if (!arrived) {
      arrived = true;
      to.end();
    }
  }

  private void pass(Buffer part, HttpClientRequest to) {
    received += part.length();
    lastProgress = System.nanoTime();
    if (exchange.isOver()) {
      return;
    }
    if (received > route.maxBody()) {
      exchange.end(BODY_TOO_LARGE.because("The limit is " + route.maxBody() + " bytes"));
    } else if (received == declaredLength) {
      arrived = true;
      to.end(part);
    } else {
      to.write(part);
      if (to.writeQueueFull()) {
        waits = true;
        inbound.pause();
        to.drainHandler(_ -> flowsAgain());
      }
    }
  }

  private void flowsAgain() {
    waits = false;
    lastProgress = System.nanoTime();
    inbound.resume();
  }

  /** What has taken too long: the caller's body, or the service. */
  @Nullable Refused overdue(long nowNanos, long stallNanos) {
    var quiet = nowNanos - lastProgress;
    if (!arrived && !waits) {
      return quiet > stallNanos ? REQUEST_TIMEOUT.because("The body stalled") : null;
    }
    return quiet > route.timeout().toNanos()
        ? UPSTREAM_TIMEOUT.because("No answer within " + route.timeout().toMillis() + " ms")
        : null;
  }
}
