package org.gonghui.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last good copy of a service's document, and since when the service has not confirmed it; null
 * while it does.
 */
record Copy(
    String service,
    JsonNode document,
    @Nullable String tag,
    Instant readAt,
    @Nullable Instant lostAt) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Copy of(String service, Buffer body, @Nullable String tag, Instant now) {
    return new Copy(service, tree(body), tag, now, null);
  }

  boolean isOf(Buffer body) {
    return document.equals(tree(body));
  }

  private static JsonNode tree(Buffer body) {
    try {
      return JSON.readTree(body.getBytes());
    } catch (IOException cause) {
      throw new IllegalArgumentException("the document is no JSON", cause);
    }
  }

  Copy confirmed() {
    return new Copy(service, document, tag, readAt, null);
  }

  Copy lost(Instant now) {
    return new Copy(service, document, tag, readAt, now);
  }
}
