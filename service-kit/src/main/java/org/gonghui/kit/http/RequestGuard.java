package org.gonghui.kit.http;

import static org.gonghui.kit.problem.Problems.BUSY;
import static org.gonghui.kit.problem.Problems.FORBIDDEN;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gonghui.kit.concurrency.StoreFaults;
import org.gonghui.kit.json.Characters;
import org.gonghui.kit.problem.HttpProblems;
import org.gonghui.kit.problem.Problem;
import org.jboss.logging.Logger;

/**
 * The outermost ring: refuses addresses that cannot be decoded, and answers as a problem whatever
 * fails before or beside the resources.
 */
public class RequestGuard {
  private static final Logger LOG = Logger.getLogger(RequestGuard.class);
  private static final int LONGEST_ADDRESS = 8_000;

  private final ProblemAnswers answers;
  private final long maxBody;

  RequestGuard(
      ProblemAnswers answers,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> maxBody) {
    this.answers = answers;
    this.maxBody = maxBody.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(this::check).failureHandler(this::failed);
    router.errorHandler(400, this::failed);
    router.errorHandler(404, this::failed);
    router.errorHandler(405, this::failed);
  }

  private void check(RoutingContext context) {
    var address = context.request().uri();
    if (address.length() > LONGEST_ADDRESS) {
      answer(context, HttpProblems.TOO_LARGE.because("the address is too long"));
    } else if (announcedBytes(context) > maxBody) {
      // The body is not read, so nothing else can be understood on this connection.
      context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
      context.response().endHandler(_ -> context.request().connection().close());
      answer(context, HttpProblems.TOO_LARGE.because("a body has at most %d bytes", maxBody));
    } else if (isDecodable(address)) {
      context.next();
    } else {
      answer(context, HttpProblems.UNREADABLE.because("the address is not properly encoded"));
    }
  }

  private static long announcedBytes(RoutingContext context) {
    var length = context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
    return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
  }

  /** Every percent sign starts two hex digits, and together they are UTF-8 without controls. */
  static boolean isDecodable(String address) {
    var bytes = ByteBuffer.allocate(address.length() * 3);
    for (var i = 0; i < address.length(); i++) {
      var c = address.charAt(i);
      if (c != '%') {
        bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      var high = i + 1 < address.length() ? Character.digit(address.charAt(i + 1), 16) : -1;
      var low = i + 2 < address.length() ? Character.digit(address.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        return false;
      }
      bytes.put((byte) (high * 16 + low));
      i += 2;
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      return Characters.faultOf(text, address.length()) == null;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  private void failed(RoutingContext context) {
    var problem = problemOf(context);
    if (problem.type() == HttpProblems.INTERNAL) {
      LOG.error("a request failed", context.failure());
    }
    answer(context, problem);
  }

  private static Problem problemOf(RoutingContext context) {
    return switch (context.failure()) {
      case AuthenticationFailedException _ ->
          HttpProblems.UNAUTHENTICATED.because("the token is not valid");
      case UnauthorizedException _ ->
          HttpProblems.UNAUTHENTICATED.because("this needs a valid token");
      case ForbiddenException _ -> FORBIDDEN.because("none of your roles or scopes allows this");
      case RejectedExecutionException _ -> BUSY.because("too many requests at once");
      case Throwable failure ->
          StoreFaults.refusalIn(failure)
              .orElseGet(() -> ProblemMappers.problemOf(statusOf(context)));
      case null -> ProblemMappers.problemOf(statusOf(context));
    };
  }

  private static int statusOf(RoutingContext context) {
    return context.statusCode() < 400 ? 500 : context.statusCode();
  }

  private void answer(RoutingContext context, Problem problem) {
    var response = context.response();
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      context.request().connection().close();
      return;
    }
    var request = context.request();
    response.setStatusCode(problem.type().kind().status());
    response.putHeader(HttpHeaderNames.CONTENT_TYPE, ProblemAnswers.MEDIA_TYPE);
    if (response.getStatusCode() == 401) {
      response.putHeader(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
    }
    var retryAfter = ProblemAnswers.retryAfter(problem);
    if (retryAfter != null) {
      response.putHeader(HttpHeaderNames.RETRY_AFTER, retryAfter);
    }
    var body =
        answers.body(problem, request.getHeader(HttpHeaderNames.ACCEPT_LANGUAGE), request.path());
    response.end(body).onFailure(gone -> LOG.debug("the caller has gone", gone));
  }
}
