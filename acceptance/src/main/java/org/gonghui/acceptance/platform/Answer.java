package org.gonghui.acceptance.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the platform said. */
public record Answer(String request, int status, HttpHeaders headers, byte[] bytes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public boolean isOk() {
    return status < 300;
  }

  public boolean isProblem() {
    return headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json");
  }

  /** This answer when it is good news; else a clear failure that repeats the problem's code. */
  public Answer require() {
    if (!isOk()) {
      throw new Refused(this);
    }
    return this;
  }

  public JsonNode json() {
    try {
      return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
    } catch (IOException _) {
      return MissingNode.getInstance();
    }
  }

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public String code() {
    return json().path("code").asText();
  }

  public String etag() {
    return headers.firstValue("ETag").orElse("");
  }

  public String location() {
    return headers.firstValue("Location").orElse("");
  }
}
