package org.gonghui.gateway.forward;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.gonghui.gateway.problem.Refusal;
import org.gonghui.gateway.problem.Refused;
import org.gonghui.gateway.route.Route;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request being forwarded: bodies stream both ways, never held, never faster than the reader.
 */
final class Exchange {
  private static final Logger LOG = Logger.getLogger(Exchange.class);

  private final Visit visit;
  private final HttpServerRequest inbound;
  private final Route route;
  private final Attempts attempts;
  private final BodyStream body;
  private @Nullable HttpClientRequest outbound;
  private @Nullable AnswerStream answer;
  private boolean over;

  Exchange(Visit visit, Route route, Attempts attempts, long declaredLength) {
    this.visit = visit;
    this.inbound = visit.request();
    this.route = route;
    this.attempts = attempts;
    this.body = new BodyStream(this, inbound, route, declaredLength);
  }

  /** The connection to the service is there and the head is prepared. */
  void send(HttpClientRequest prepared) {
    if (over) {
      var _ = prepared.reset();
      return;
    }
    outbound = prepared;
    prepared.exceptionHandler(_ -> {});
    prepared.response(
        answer -> {
          if (answer.succeeded()) {
            answer(answer.result());
          } else {
            unanswered(answer.cause());
          }
        });
    body.flowInto(prepared);
  }

  /** Whatever is wrong with the answer, the client gets one. */
  private void answer(HttpClientResponse from) {
    if (over) {
      return;
    }
    attempts.answered();
    answer = new AnswerStream(this, visit, from);
    try {
      answer.begin(body.hasArrived());
    } catch (RuntimeException cause) {
      LOG.warnf(cause, "The answer of %s cannot be passed on", route.service());
      visit.beginAnew();
      end(UpstreamFaults.refusal(cause));
    }
  }

  private void unanswered(Throwable cause) {
    if (over) {
      return;
    }
    attempts.failed();
    if (!isRepeatable() || !attempts.repeat(this)) {
      end(UpstreamFaults.refusal(cause));
    }
  }

  private boolean isRepeatable() {
    var method = inbound.method();
    return body.isEmpty() && (method == HttpMethod.GET || method == HttpMethod.HEAD);
  }

  /** The last of the answer goes out, and what is left of the request is thrown away. */
  void answered(Runnable last) {
    finish();
    last.run();
    if (!body.hasArrived()) {
      visit.dropRestOfBody();
      resetOutbound();
    }
  }

  /** The answer broke off; the client must notice, so its connection is cut. */
  void brokeOff() {
    if (!over) {
      finish();
      inbound.response().reset();
    }
  }

  boolean isOver() {
    return over;
  }

  void end(Refused refused) {
    if (over) {
      return;
    }
    finish();
    resetOutbound();
    visit.refuse(refused);
  }

  void clientLeft() {
    if (!over) {
      finish();
      resetOutbound();
    }
  }

  private void resetOutbound() {
    if (outbound != null) {
      outbound.reset();
    }
  }

  private void finish() {
    over = true;
    if (answer != null) {
      answer.close();
    }
    attempts.release();
    route.slots().free();
    visit.guest().finished(this);
  }

  void sweep(long nowNanos, long stallNanos) {
    if (answer != null) {
      return;
    }
    var overdue = body.overdue(nowNanos, stallNanos);
    if (overdue != null) {
      if (overdue.refusal() == Refusal.UPSTREAM_TIMEOUT) {
        attempts.failed();
      }
      end(overdue);
    }
  }
}
