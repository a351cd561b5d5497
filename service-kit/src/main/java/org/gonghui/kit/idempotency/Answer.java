package org.gonghui.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a request was answered, in a form that can be kept and told again. */
record Answer(int status, String headers, @Nullable String body) {
  static final String REPLAYED = "Idempotency-Replayed";
  private static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";
  private static final TypeReference<Map<String, List<String>>> HEADERS = new TypeReference<>() {};

  /** The answer that a resource method's result becomes. */
  static Answer of(@Nullable Object result, Method method, ObjectMapper json)
      throws JsonProcessingException {
    return switch (result) {
      case RestResponse<?> answer -> of(answer.toResponse(), json);
      case Response answer -> of(answer, json);
      case null -> new Answer(statusOf(method, 204), "{}", null);
      default -> of(Response.status(statusOf(method, 200)).entity(result).build(), json);
    };
  }

  private static Answer of(Response answer, ObjectMapper json) throws JsonProcessingException {
    var headers = new LinkedHashMap<String, List<String>>();
    answer.getStringHeaders().forEach(headers::put);
    var entity = answer.getEntity();
    headers.putIfAbsent(
        HttpHeaders.CONTENT_TYPE, List.of(entity instanceof String ? MediaType.TEXT_PLAIN : JSON));
    var body =
        entity == null || entity instanceof String
            ? (String) entity
            : json.writeValueAsString(entity);
    return new Answer(answer.getStatus(), json.writeValueAsString(headers), body);
  }

  private static int statusOf(Method method, int otherwise) {
    var declared = method.getAnnotation(ResponseStatus.class);
    return declared == null ? otherwise : declared.value();
  }

  /** The same answer once more, marked as such. */
  Response again(ObjectMapper json) {
    var answer = Response.status(status).header(REPLAYED, "true");
    if (body != null) {
      answer.entity(body);
    }
    try {
      json.readValue(headers, HEADERS)
          .forEach((name, values) -> values.forEach(value -> answer.header(name, value)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("kept headers are no JSON", e);
    }
    return answer.build();
  }
}
