package org.gonghui.gateway.door;

import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/** Refuses a request that tells its length in two ways; the standard decoder picks one. */
final class StrictDecoder extends VertxHttpRequestDecoder {
  private static final String PLACE = "httpDecoder";

  private StrictDecoder(HttpServerOptions options) {
    super(options);
  }

  static void installOn(HttpConnection connection, HttpServerOptions options) {
    var pipeline = ((HttpServerConnection) connection).channel().pipeline();
    pipeline.replace(PLACE, PLACE, new StrictDecoder(options));
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("Content-Length and Transfer-Encoding together");
  }
}
