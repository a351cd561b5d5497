package org.gonghui.kit.http;

import static org.gonghui.kit.problem.Problems.FORBIDDEN;
import static org.gonghui.kit.problem.Problems.INVALID;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.gonghui.kit.concurrency.StoreFaults;
import org.gonghui.kit.json.JsonRefusals;
import org.gonghui.kit.problem.HttpProblems;
import org.gonghui.kit.problem.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Turns whatever a resource throws into one refusal. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final ProblemAnswers answers;

  ProblemMappers(ProblemAnswers answers) {
    this.answers = answers;
  }

  @ServerExceptionMapper
  Response refused(Problem problem, HttpHeaders headers, UriInfo uri) {
    return answer(problem, headers, uri);
  }

  @ServerExceptionMapper
  Response invalid(
      ResteasyReactiveViolationException violations,
      HttpHeaders headers,
      UriInfo uri,
      SimpleResourceInfo resource) {
    return answer(Violations.refusal(violations, ResourceMethods.of(resource)), headers, uri);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unknownCaller(SecurityException failure, HttpHeaders headers, UriInfo uri) {
    LOG.debug("no valid token", failure);
    return answer(HttpProblems.UNAUTHENTICATED.because("this needs a valid token"), headers, uri);
  }

  @ServerExceptionMapper
  Response wrongRole(ForbiddenException failure, HttpHeaders headers, UriInfo uri) {
    LOG.debug("role missing", failure);
    return answer(FORBIDDEN.because("none of your roles or scopes allows this"), headers, uri);
  }

  @ServerExceptionMapper
  Response ofFramework(WebApplicationException failure, HttpHeaders headers, UriInfo uri) {
    var status = failure.getResponse().getStatus();
    if (status < 400) {
      return failure.getResponse();
    }
    return StoreFaults.refusalIn(failure)
        .or(() -> JsonRefusals.in(failure))
        .map(problem -> answer(problem, headers, uri))
        .orElseGet(() -> byStatus(failure, status, headers, uri));
  }

  @ServerExceptionMapper(Exception.class)
  Response unforeseen(Exception failure, HttpHeaders headers, UriInfo uri) {
    return StoreFaults.refusalIn(failure)
        .or(() -> JsonRefusals.in(failure))
        .map(problem -> answer(problem, headers, uri))
        .orElseGet(
            () -> {
              LOG.error("a request failed", failure);
              return answer(HttpProblems.INTERNAL.because("it was noted"), headers, uri);
            });
  }

  private Response byStatus(
      WebApplicationException failure, int status, HttpHeaders headers, UriInfo uri) {
    if (status >= 500) {
      LOG.error("a request failed", failure);
    }
    var answer = Response.fromResponse(answer(problemOf(status), headers, uri));
    var allowed = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return (allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
  }

  /** What a bare status of the framework means. */
  static Problem problemOf(int status) {
    return switch (status) {
      case 401 -> HttpProblems.UNAUTHENTICATED.because("this needs a valid token");
      case 403 -> FORBIDDEN.because("none of your roles or scopes allows this");
      case 404 -> NOT_FOUND.because("nothing is here");
      case 405 -> HttpProblems.METHOD_NOT_ALLOWED.because("see the Allow header");
      case 406 -> HttpProblems.NOT_ACCEPTABLE.because("answers are JSON unless documented");
      case 413, 414, 431 -> HttpProblems.TOO_LARGE.because("it is over the limit");
      case 415 -> HttpProblems.UNSUPPORTED_TYPE.because("see the documented content types");
      default ->
          status < 500
              ? INVALID.because("the request cannot be read")
              : HttpProblems.INTERNAL.because("it was noted");
    };
  }

  private Response answer(Problem problem, HttpHeaders headers, UriInfo uri) {
    var answer =
        Response.status(problem.type().kind().status())
            .type(ProblemAnswers.MEDIA_TYPE)
            .entity(
                answers.body(
                    problem,
                    headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
                    uri.getRequestUri().getRawPath()));
    var retryAfter = ProblemAnswers.retryAfter(problem);
    return (retryAfter == null ? answer : answer.header(HttpHeaders.RETRY_AFTER, retryAfter))
        .build();
  }
}
