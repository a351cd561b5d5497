package org.gonghui.kit.problem;

import com.google.errorprone.annotations.FormatMethod;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of refusal: a code for programs, titles for people. Declared as a constant, thrown by
 * {@link #because}.
 */
public record ProblemType(String code, Kind kind, String title, String titleZh) {

  /** What a refusal means to HTTP. */
  public enum Kind {
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    MISSING,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    CONFLICT,
    STALE,
    TOO_LARGE,
    UNSUPPORTED_TYPE,
    BROKEN_RULE,
    PRECONDITION_MISSING,
    TOO_MANY_REQUESTS,
    INTERNAL,
    UNAVAILABLE;

    public int status() {
      return switch (this) {
        case INVALID -> 400;
        case UNAUTHENTICATED -> 401;
        case FORBIDDEN -> 403;
        case MISSING -> 404;
        case METHOD_NOT_ALLOWED -> 405;
        case NOT_ACCEPTABLE -> 406;
        case CONFLICT -> 409;
        case STALE -> 412;
        case TOO_LARGE -> 413;
        case UNSUPPORTED_TYPE -> 415;
        case BROKEN_RULE -> 422;
        case PRECONDITION_MISSING -> 428;
        case TOO_MANY_REQUESTS -> 429;
        case INTERNAL -> 500;
        case UNAVAILABLE -> 503;
      };
    }
  }

  public static ProblemType invalid(String code, String title, String titleZh) {
    return new ProblemType(code, Kind.INVALID, title, titleZh);
  }

  public static ProblemType forbidden(String code, String title, String titleZh) {
    return new ProblemType(code, Kind.FORBIDDEN, title, titleZh);
  }

  public static ProblemType missing(String code, String title, String titleZh) {
    return new ProblemType(code, Kind.MISSING, title, titleZh);
  }

  public static ProblemType conflict(String code, String title, String titleZh) {
    return new ProblemType(code, Kind.CONFLICT, title, titleZh);
  }

  public static ProblemType brokenRule(String code, String title, String titleZh) {
    return new ProblemType(code, Kind.BROKEN_RULE, title, titleZh);
  }

  /** The refusal itself, with its reason; never put personal data into it. */
  @FormatMethod
  public Problem because(String detail, @Nullable Object... arguments) {
    return new Problem(this, detail.formatted(arguments), List.of(), Map.of());
  }

  /** The refusal of one field. */
  public Problem at(String pointer, String message) {
    return because("%s", message).and(new Fault(pointer, code, message));
  }
}
