package org.gonghui.acceptance.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A form with files, always written the same way so that a repeated request is the same request.
 */
public final class Multipart {
  private static final String BOUNDARY = "gonghui-7d1f3a5c9e";
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public Multipart field(String name, String value) {
    part("name=\"" + name + "\"", null, value.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public Multipart file(String name, String fileName, String type, byte[] content) {
    part("name=\"%s\"; filename=\"%s\"".formatted(name, fileName), type, content);
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] bytes() {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(bytes.toByteArray());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return whole.toByteArray();
  }

  private void part(
      String disposition, @org.jspecify.annotations.Nullable String type, byte[] content) {
    var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n";
    var typed = type == null ? head : head + "Content-Type: " + type + "\r\n";
    bytes.writeBytes((typed + "\r\n").getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(content);
    bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }
}
