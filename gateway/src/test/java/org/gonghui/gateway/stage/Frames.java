package org.gonghui.gateway.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLSocket;

/** Speaks HTTP/2 with exactly these frames; no client library mends them on the way. */
public final class Frames implements AutoCloseable {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RESET = 3;
  private static final int SETTINGS = 4;
  private static final int GO_AWAY = 7;
  private static final int ACK = 1;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int PRIORITY = 32;

  private final SSLSocket socket;
  private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder();

  public Frames() throws IOException {
    socket =
        (SSLSocket)
            Stage.CERTIFICATE
                .trust()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), Stage.TLS_PORT);
    var parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(15_000);
    socket.startHandshake();
    socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
    frame(SETTINGS, 0, 0, new byte[0]);
  }

  private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(payload.length >> 16);
    out.write(payload.length >> 8);
    out.write(payload.length);
    out.write(type);
    out.write(flags);
    out.write(new byte[] {0, 0, 0, (byte) stream});
    out.write(payload);
    socket.getOutputStream().write(out.toByteArray());
  }

  /** Sends a request of these fields, as {@code name=value}, and a body when there is one. */
  public void send(List<String> fields, String body) throws IOException {
    var block = new ByteArrayOutputStream();
    for (var field : fields) {
      var equals = field.indexOf('=');
      block.write(0);
      literal(block, field.substring(0, equals));
      literal(block, field.substring(equals + 1));
    }
    frame(HEADERS, END_HEADERS | (body.isEmpty() ? END_STREAM : 0), 1, block.toByteArray());
    if (!body.isEmpty()) {
      frame(DATA, END_STREAM, 1, body.getBytes(ISO_8859_1));
    }
  }

  /** Length with a seven-bit prefix, then the octets as they are. */
  private static void literal(ByteArrayOutputStream block, String text) throws IOException {
    var length = text.length();
    if (length < 127) {
      block.write(length);
    } else {
      block.write(127);
      for (length -= 127; length >= 128; length >>= 7) {
        block.write(length & 127 | 128);
      }
      block.write(length);
    }
    block.write(text.getBytes(ISO_8859_1));
  }

  /** The status of the answer; zero when the stream or the connection was ended instead. */
  public int status() throws IOException, Http2Exception {
    var in = new DataInputStream(socket.getInputStream());
    while (true) {
      var first = in.read();
      if (first < 0) {
        return 0;
      }
      var length = first << 16 | in.readUnsignedShort();
      var type = in.readUnsignedByte();
      var flags = in.readUnsignedByte();
      var stream = in.readInt();
      var payload = in.readNBytes(length);
      if (type == SETTINGS && (flags & ACK) == 0) {
        frame(SETTINGS, ACK, 0, new byte[0]);
      } else if (type == RESET || type == GO_AWAY) {
        return 0;
      } else if (type == HEADERS) {
        var block = Unpooled.wrappedBuffer(payload);
        if ((flags & PRIORITY) != 0) {
          block.skipBytes(5);
        }
        var headers = decoder.decodeHeaders(stream, block);
        return Integer.parseInt(Objects.requireNonNull(headers.status()).toString());
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
