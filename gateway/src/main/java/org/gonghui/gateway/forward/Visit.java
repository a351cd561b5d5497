package org.gonghui.gateway.forward;

import io.vertx.core.http.HttpServerRequest;
import org.gonghui.gateway.problem.Names;
import org.gonghui.gateway.problem.ProblemAnswer;
import org.gonghui.gateway.problem.Refusal;
import org.gonghui.gateway.problem.Refused;

/** One request at the door, with its trace and the connection it came by. */
public record Visit(HttpServerRequest request, Trace trace, Guest guest) {
  private static final int SMALL_BODY = 65_536;
  private static final long CHUNKED = -1;

  /** Says no; what is left of a body is thrown away, a long one together with the connection. */
  public void refuse(Refused refused) {
    if (refused.refusal() == Refusal.REQUEST_MALFORMED) {
      guest.turnAway();
    }
    var length = lenientBodyLength();
    if (length != 0 && !request.isEnded()) {
      if (length == CHUNKED || length > SMALL_BODY || request.headers().contains(Names.EXPECT)) {
        if (!request.response().headWritten()) {
          request.response().putHeader("Connection", "close");
        }
        guest.closeSoon();
      }
      request.handler(_ -> {});
      request.resume();
    }
    guest.heardFrom();
    ProblemAnswer.send(request, refused, trace.traceId());
  }

  private long lenientBodyLength() {
    try {
      return bodyLength();
    } catch (Refused _) {
      return CHUNKED;
    }
  }

  boolean isChunked(long length) {
    return length == CHUNKED;
  }

  /** Minus one when the body comes in chunks. */
  long bodyLength() {
    var headers = request.headers();
    var length = headers.get(Names.CONTENT_LENGTH);
    if (length == null) {
      return headers.contains(Names.TRANSFER_ENCODING) ? CHUNKED : 0;
    }
    try {
      return Long.parseLong(length);
    } catch (NumberFormatException _) {
      throw Refusal.REQUEST_MALFORMED.because("The content length is no number");
    }
  }
}
