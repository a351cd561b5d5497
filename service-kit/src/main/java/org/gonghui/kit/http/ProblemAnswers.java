package org.gonghui.kit.http;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.gonghui.kit.problem.Chinese;
import org.gonghui.kit.problem.ExplainedProblem;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Writes a refusal as {@code application/problem+json}. Its {@code type} is {@code
 * /problems/{code}}, the code in kebab-case, as listed in the OpenAPI document.
 */
@Singleton
public class ProblemAnswers {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The extension that becomes the Retry-After header. */
  public static final String RETRY_AFTER = "retryAfterSeconds";

  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{11,}[0-9Xx]?");
  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);
  private static final int LONGEST_INSTANCE = 300;

  private final ObjectMapper json = new ObjectMapper();
  private final Chinese chinese = Chinese.load();
  private final Map<String, String> chineseTitles =
      ExplainedProblem.all().stream()
          .collect(toMap(ExplainedProblem::code, ExplainedProblem::titleZh, (one, _) -> one));

  /** The body; the path is the request's, without its query. */
  public String body(Problem problem, @Nullable String acceptLanguage, @Nullable String path) {
    var type = problem.type();
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "/problems/" + type.code().toLowerCase(Locale.ROOT).replace('_', '-'));
    var inChinese = speaksChinese(acceptLanguage);
    body.put("title", inChinese ? type.titleZh() : type.title());
    body.put("status", type.kind().status());
    body.put("code", type.code());
    var detail = problem.detail();
    body.put("detail", inChinese ? chinese.find(detail).orElse(detail) : detail);
    if (path != null) {
      body.put("instance", withoutNumbers(path));
    }
    body.put("traceId", Span.current().getSpanContext().getTraceId());
    body.putAll(problem.extensions());
    if (!problem.faults().isEmpty()) {
      body.put("errors", inChinese ? inChinese(problem.faults()) : problem.faults());
    }
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an extension of %s is no JSON".formatted(type.code()), e);
    }
  }

  /** A message that nobody has translated is told by the title of its code, or as it is. */
  private List<Fault> inChinese(List<Fault> faults) {
    return faults.stream()
        .map(
            fault ->
                new Fault(
                    fault.pointer(),
                    fault.code(),
                    chinese
                        .find(fault.message())
                        .orElseGet(
                            () -> chineseTitles.getOrDefault(fault.code(), fault.message()))))
        .toList();
  }

  /** The header value where the caller should come again, else null. */
  public static @Nullable String retryAfter(Problem problem) {
    var seconds = problem.extensions().get(RETRY_AFTER);
    if (seconds != null) {
      return seconds.toString();
    }
    return switch (problem.type().kind()) {
      case UNAVAILABLE, TOO_MANY_REQUESTS -> "1";
      case INVALID,
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
          INTERNAL ->
          null;
    };
  }

  static boolean speaksChinese(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 500) {
      return false;
    }
    try {
      var ranges = Locale.LanguageRange.parse(acceptLanguage);
      return Locale.CHINESE.equals(Locale.lookup(ranges, SPOKEN));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** An identity number typed into a path is not told back. */
  private static String withoutNumbers(String path) {
    var shown = LONG_NUMBER.matcher(path).replaceAll("***");
    return shown.length() > LONGEST_INSTANCE ? shown.substring(0, LONGEST_INSTANCE) : shown;
  }
}
