package org.gonghui.gateway.door;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.util.AsciiString;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/** Refuses what two parsers may read in two ways; the standard decoder picks one of them. */
final class StrictDecoder extends VertxHttpRequestDecoder {
  private static final String PLACE = "httpDecoder";

  private boolean inHead;
  private boolean folded;
  private int lengths;

  private StrictDecoder(HttpServerOptions options) {
    super(options);
  }

  static void installOn(HttpConnection connection, HttpServerOptions options) {
    var pipeline = ((HttpServerConnection) connection).channel().pipeline();
    if (pipeline.get(PLACE) != null) {
      pipeline.replace(PLACE, PLACE, new StrictDecoder(options));
    }
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("Content-Length and Transfer-Encoding together");
  }

  @Override
  protected HttpMessage createMessage(String[] initialLine) {
    inHead = true;
    folded = false;
    lengths = 0;
    return super.createMessage(initialLine);
  }

  /** In HTTP/1.0 the decoder makes one length of several. */
  @Override
  protected AsciiString splitHeaderName(byte[] line, int start, int length) {
    var name = super.splitHeaderName(line, start, length);
    if (HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name)) {
      lengths++;
    }
    return name;
  }

  /** The decoder takes whole lines, so what it took of a head begins where a line begins. */
  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out)
      throws Exception {
    var wasInHead = inHead;
    var from = buffer.readerIndex();
    var before = out.size();
    super.decode(context, buffer, out);
    if (!inHead) {
      return;
    }
    folded |= hasFold(buffer, from, buffer.readerIndex(), wasInHead);
    if (out.size() > before && out.get(before) instanceof HttpMessage message) {
      inHead = false;
      if (folded || lengths > 1) {
        message.setDecoderResult(
            DecoderResult.failure(new IllegalArgumentException("A fold, or several lengths")));
      }
    }
  }

  /** Whether a line begins with a blank, as one does that goes on with the line before it. */
  private static boolean hasFold(ByteBuf buffer, int from, int to, boolean lineBegins) {
    if (lineBegins && from < to && isBlank(buffer.getByte(from))) {
      return true;
    }
    var at = buffer.indexOf(from, to, (byte) '\n');
    while (at >= 0 && at + 1 < to) {
      if (isBlank(buffer.getByte(at + 1))) {
        return true;
      }
      at = buffer.indexOf(at + 1, to, (byte) '\n');
    }
    return false;
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }
}
