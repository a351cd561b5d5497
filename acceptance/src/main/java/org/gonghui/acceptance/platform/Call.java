package org.gonghui.acceptance.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** One request as somebody means to make it. */
public record Call(
    Caller caller,
    String method,
    String path,
    SequencedMap<String, String> headers,
    byte @Nullable [] body) {
  public static Call get(Caller caller, String path) {
    return new Call(caller, "GET", path, new LinkedHashMap<>(), null);
  }

  public static Call post(Caller caller, String path) {
    return new Call(caller, "POST", path, new LinkedHashMap<>(), null);
  }

  public static Call put(Caller caller, String path) {
    return new Call(caller, "PUT", path, new LinkedHashMap<>(), null);
  }

  public Call with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Call(caller, method, path, more, body);
  }

  /** Names this act, so that saying it twice does it once. */
  public Call once(String key) {
    return with("Idempotency-Key", key);
  }

  /** Acts only on the version that was seen. */
  public Call seen(String etag) {
    return with("If-Match", etag);
  }

  public Call json(JsonNode content) {
    return content("application/json", content.toString().getBytes(StandardCharsets.UTF_8));
  }

  public Call content(String type, byte[] content) {
    return new Call(caller, method, path, with("Content-Type", type).headers(), content);
  }

  public Call form(Multipart form) {
    return content(form.contentType(), form.bytes());
  }
}
