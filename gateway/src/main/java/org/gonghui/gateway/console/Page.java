package org.gonghui.gateway.console;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** One file of the console, ready to be sent plain or packed; the tag changes with its content. */
public record Page(
    String type, Buffer body, Buffer gzipped, String tag, Map<String, String> headers) {

  public static Page of(String type, Buffer body, Map<String, String> headers) {
    return new Page(type, body, ConsoleFile.gzip(body), ConsoleFile.tagOf(body), headers);
  }
}
