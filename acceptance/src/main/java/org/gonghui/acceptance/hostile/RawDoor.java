package org.gonghui.acceptance.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Gateway;

/** Knocks at the door over a bare socket, so that even what no client would send gets sent. */
public final class RawDoor {
  private static final int TIMEOUT_MILLIS = 60_000;
  private final Gateway gateway;

  public RawDoor(Gateway gateway) {
    this.gateway = gateway;
  }

  /** What came back; status 0 means that the door was shut without a word. */
  public record Reply(int status, String contentType, String body) {}

  public Reply send(RawRequest request) throws IOException {
    var door = gateway.place().gateway();
    try (var socket = new Socket(door.getHost(), door.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      try {
        var out = socket.getOutputStream();
        out.write(head(request, door.getAuthority()).getBytes(StandardCharsets.UTF_8));
        out.write(request.body());
        out.flush();
      } catch (IOException _) {
        // A refused body need not be read to its end; the answer may be there all the same.
      }
      return read(new BufferedInputStream(socket.getInputStream()));
    }
  }

  private String head(RawRequest request, String host) {
    var head = new StringBuilder();
    head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\nConnection: close\r\n");
    head.append(
        switch (request.caller()) {
          case Caller.User(var name) -> "Authorization: Bearer " + gateway.token(name) + "\r\n";
          case Caller.Partner(var name) -> "X-API-Key: " + gateway.key(name) + "\r\n";
          case Caller.Stranger() -> "";
        });
    request.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (request.body().length > 0 || !request.method().equals("GET")) {
      head.append("Content-Length: ").append(request.body().length).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  private static Reply read(InputStream in) {
    var bytes = new ByteArrayOutputStream();
    try {
      in.transferTo(bytes);
    } catch (IOException _) {
      // Reset after the answer: what was read counts.
    }
    var text = bytes.toString(StandardCharsets.UTF_8);
    var end = text.indexOf("\r\n\r\n");
    if (!text.startsWith("HTTP/1.1 ") || end < 0) {
      return new Reply(0, "", text);
    }
    return new Reply(
        Integer.parseInt(text.substring(9, 12)),
        header(text.substring(0, end)),
        text.substring(end));
  }

  private static String header(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
        .map(line -> line.substring("content-type:".length()).strip())
        .findFirst()
        .orElse("");
  }
}
