package org.gonghui.gateway.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One answer, read from the wire. */
public record Answer(int status, Map<String, List<String>> headers, String body) {

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).map(List::getFirst);
  }

  public JsonNode json() {
    try {
      return new ObjectMapper().readTree(body);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** A whole problem answer: type, title, status, code, trace. */
  public void isProblem(int expectedStatus, String code) {
    assertThat(status).as(body).isEqualTo(expectedStatus);
    assertThat(header("content-type")).contains("application/problem+json");
    assertThat(header("x-content-type-options")).contains("nosniff");
    assertThat(header("cache-control")).contains("no-store");
    assertThat(json().path("code").asText()).isEqualTo(code);
    assertThat(json().path("status").asInt()).isEqualTo(expectedStatus);
    assertThat(json().path("title").asText()).isNotBlank();
    assertThat(json().path("type").asText()).startsWith("/problems/");
    assertThat(json().path("traceId").asText()).matches("[0-9a-f]{32}");
  }
}
