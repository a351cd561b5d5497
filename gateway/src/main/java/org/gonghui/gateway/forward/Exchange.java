package org.gonghui.gateway.forward;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import org.gonghui.gateway.problem.Names;
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
  private final long declaredLength;
  private final long timeoutNanos;
  private @Nullable HttpClientRequest outbound;
  private long received;
  private long lastProgress = System.nanoTime();
  private boolean bodyArrived;
  private boolean bodyWaits;
  private boolean answering;
  private boolean over;

  Exchange(Visit visit, Route route, long declaredLength) {
    this.visit = visit;
    this.inbound = visit.request();
    this.route = route;
    this.declaredLength = declaredLength;
    this.timeoutNanos = route.timeout().toNanos();
    this.bodyArrived = declaredLength == 0;
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
            failed(answer.cause());
          }
        });
    if (bodyArrived) {
      prepared.end();
    } else {
      sendBody(prepared);
    }
  }

  private void sendBody(HttpClientRequest prepared) {
    if (visit.isChunked(declaredLength)) {
      prepared.setChunked(true);
    }
    inbound.handler(part -> pass(part, prepared));
    inbound.endHandler(
        _ -> {
          if (!bodyArrived) {
            bodyArrived = true;
            prepared.end();
          }
        });
    inbound.resume();
  }

  private void pass(Buffer part, HttpClientRequest prepared) {
    received += part.length();
    lastProgress = System.nanoTime();
    if (over) {
      return;
    }
    if (received > route.maxBody()) {
      end(Refusal.BODY_TOO_LARGE.because("The limit is " + route.maxBody() + " bytes"));
    } else if (received == declaredLength) {
      bodyArrived = true;
      prepared.end(part);
    } else {
      prepared.write(part);
      if (prepared.writeQueueFull()) {
        bodyWaits = true;
        inbound.pause();
        prepared.drainHandler(_ -> bodyFlowsAgain());
      }
    }
  }

  private void bodyFlowsAgain() {
    bodyWaits = false;
    lastProgress = System.nanoTime();
    inbound.resume();
  }

  /** Whatever is wrong with the answer, the client gets one. */
  private void answer(HttpClientResponse from) {
    if (over) {
      return;
    }
    answering = true;
    try {
      new AnswerStream(this, inbound, from).begin(bodyArrived);
    } catch (RuntimeException cause) {
      LOG.warnf(cause, "The answer of %s cannot be passed on", route.service());
      inbound.response().headers().clear().set(Names.REQUEST_ID, visit.trace().requestId());
      failed(cause);
    }
  }

  /** The last of the answer goes out, and what is left of the request is thrown away. */
  void answered(Runnable last) {
    finish();
    last.run();
    dropRestOfBody();
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

  /** No connection, no answer, or no HTTP. */
  void failed(Throwable cause) {
    end(UpstreamFaults.refusal(cause));
  }

  void end(Refused refused) {
    if (over) {
      return;
    }
    finish();
    if (outbound != null) {
      outbound.reset();
    }
    visit.refuse(refused);
  }

  void clientLeft() {
    if (!over) {
      finish();
      if (outbound != null) {
        outbound.reset();
      }
    }
  }

  private void finish() {
    over = true;
    route.slots().free();
    visit.guest().finished(this);
  }

  /** The service answered without waiting for the whole body: the rest is thrown away. */
  private void dropRestOfBody() {
    if (!bodyArrived) {
      visit.guest().closeSoon();
      inbound.resume();
      if (outbound != null) {
        outbound.reset();
      }
    }
  }

  void sweep(long nowNanos, long stallNanos) {
    if (answering) {
      return;
    }
    var quiet = nowNanos - lastProgress;
    if (!bodyArrived && !bodyWaits && quiet > stallNanos) {
      end(Refusal.REQUEST_TIMEOUT.because("The body stalled"));
    } else if ((bodyArrived || bodyWaits) && quiet > timeoutNanos) {
      end(
          Refusal.UPSTREAM_TIMEOUT.because(
              "No answer within " + route.timeout().toMillis() + " ms"));
    }
  }
}
