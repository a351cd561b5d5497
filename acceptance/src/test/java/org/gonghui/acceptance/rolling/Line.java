package org.gonghui.acceptance.rolling;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;

/** One kept connection to a gateway; nothing is sent twice on it, and nothing mended. */
final class Line implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 60_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private boolean last;

  /** Fails with a ConnectException when nobody listens. */
  Line(int port) throws IOException {
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** The status of the answer, which is read to its end. */
  int ask(String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    var status = Integer.parseInt(line().split(" ")[1]);
    var length = 0;
    var chunked = false;
    for (var header = line(); !header.isEmpty(); header = line()) {
      var lower = header.toLowerCase(Locale.ROOT);
      last |= lower.equals("connection: close");
      chunked |= lower.equals("transfer-encoding: chunked");
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
    }
    if (chunked) {
      readChunks();
    } else {
      in.readNBytes(length);
    }
    return status;
  }

  private void readChunks() throws IOException {
    while (true) {
      var size = Integer.parseInt(line(), 16);
      in.readNBytes(size);
      var _ = line();
      if (size == 0) {
        return;
      }
    }
  }

  private String line() throws IOException {
    var text = new ByteArrayOutputStream();
    for (var octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new IOException("the connection ended");
      }
      text.write(octet);
    }
    return text.toString(ISO_8859_1).strip();
  }

  /** Whether the gateway said that this answer is the connection's last. */
  boolean isDone() {
    return last;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
