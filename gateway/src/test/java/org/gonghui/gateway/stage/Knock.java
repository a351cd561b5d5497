package org.gonghui.gateway.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Knocks at the door with exactly these bytes; no client library mends them on the way. */
public final class Knock {
  private static final int PATIENCE_MILLIS = 15_000;
  private static final String INSURANCE = "/api/mutual-insurance/v1";

  private Knock() {}

  public static String plans() {
    return INSURANCE + "/plans";
  }

  public static String insurance(String path) {
    return INSURANCE + path;
  }

  public static Answer get(String target, String... headers) {
    return request("GET", target, headers);
  }

  /** A request without a body; every header is a whole line. */
  public static Answer request(String method, String target, String... headers) {
    var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
    for (var header : headers) {
      head.append(header).append("\r\n");
    }
    return raw(head + "Connection: close\r\n\r\n");
  }

  /** Sends the bytes as they are and reads one answer. */
  public static Answer raw(String bytes) {
    try (var socket = connect()) {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      return read(socket.getInputStream());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  public static Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), Stage.PORT);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  public static Answer read(InputStream from) throws IOException {
    var lines = readHead(from);
    var headers = new HashMap<String, List<String>>();
    for (var line : lines.subList(1, lines.size())) {
      var colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    var status = Integer.parseInt(lines.getFirst().split(" ")[1]);
    var length = headers.get("content-length");
    var body =
        length == null ? from.readAllBytes() : from.readNBytes(Integer.parseInt(length.getFirst()));
    return new Answer(status, headers, new String(body, UTF_8));
  }

  private static List<String> readHead(InputStream from) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      var next = from.read();
      if (next < 0) {
        throw new IOException("the connection ended after: " + head.toString(ISO_8859_1));
      }
      head.write(next);
    }
    return List.of(head.toString(ISO_8859_1).split("\r\n"));
  }

  public static String bearer(String token) {
    return "Authorization: Bearer " + token;
  }

  public static String key(String key) {
    return "X-API-Key: " + key;
  }
}
