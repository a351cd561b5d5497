package org.gonghui.gateway.forward;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.gonghui.gateway.limit.Client;
import org.gonghui.gateway.problem.Names;
import org.gonghui.gateway.problem.ProblemAnswer;
import org.gonghui.gateway.problem.Refusal;
import org.gonghui.gateway.problem.Refused;

/** One request at the door, with its trace, the connection it came by, and whose address it has. */
public record Visit(HttpServerRequest request, Trace trace, Guest guest, Client client) {
  private static final int SMALL_BODY = 65_536;
  private static final long CHUNKED = -1;

  /** What every answer carries, whoever gives it. */
  public void greet() {
    request
        .response()
        .putHeader(Names.REQUEST_ID, trace.requestId())
        .putHeader(Names.STRICT_TRANSPORT, Names.ONE_YEAR);
  }

  /** Forgets what was put into an answer that did not come about. */
  void beginAnew() {
    request.response().headers().clear();
    greet();
  }

  /** Says no; what is left of a body is thrown away, a long one together with the connection. */
  public void refuse(Refused refused) {
    if (refused.refusal() == Refusal.REQUEST_MALFORMED) {
      guest.turnAway();
    }
    var length = lenientBodyLength();
    var unread = length != 0 && !request.isEnded();
    if (unread && isTooMuchToRead(length)) {
      isTheLast();
    }
    if (unread) {
      request.handler(_ -> {});
      request.resume();
    }
    guest.heardFrom();
    ProblemAnswer.send(request, refused, trace.traceId());
    if (unread && isHttp2()) {
      // The answer is whole; the rest of the body need not be sent.
      request.response().reset(0);
    }
  }

  boolean isHttp2() {
    return request.version() == HttpVersion.HTTP_2;
  }

  private boolean isTooMuchToRead(long length) {
    return length == CHUNKED || length > SMALL_BODY || request.headers().contains(Names.EXPECT);
  }

  /** No further request is wanted on this connection. */
  public void isTheLast() {
    sayLast();
    guest.closeSoon();
  }

  /** Tells that this answer is the connection's last; HTTP/2 has a frame of its own for that. */
  void sayLast() {
    if (!isHttp2() && !request.response().headWritten()) {
      request.response().putHeader(Names.CONNECTION, Names.CLOSE);
    }
  }

  void dropRestOfBody() {
    guest.closeSoon();
    if (!request.isEnded()) {
      request.resume();
    }
  }

  private long lenientBodyLength() {
    try {
      return bodyLength();
    } catch (Refused _) {
      return CHUNKED;
    }
  }

  /** Minus one when the body comes in chunks. */
  long bodyLength() {
    var headers = request.headers();
    var length = headers.get(Names.CONTENT_LENGTH);
    if (length == null) {
      var unknown = isHttp2() ? mayHaveBody() : headers.contains(Names.TRANSFER_ENCODING);
      return unknown ? CHUNKED : 0;
    }
    try {
      return Long.parseLong(length);
    } catch (NumberFormatException _) {
      throw Refusal.REQUEST_MALFORMED.because("The content length is no number");
    }
  }

  /** HTTP/2 needs no length; what comes with a method that has no body is never passed on. */
  private boolean mayHaveBody() {
    var method = request.method();
    return method == HttpMethod.POST || method == HttpMethod.PUT || method == HttpMethod.PATCH;
  }
}
