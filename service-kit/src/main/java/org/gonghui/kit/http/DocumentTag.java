package org.gonghui.kit.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tags the API document, so that whoever polls it reads it only when it has changed. */
@Singleton
public class DocumentTag {
  private final OpenApiDocumentService documents;
  private @Nullable String tag;

  DocumentTag(OpenApiDocumentService documents) {
    this.documents = documents;
  }

  void register(@Observes Router router) {
    router.get("/q/openapi").order(Integer.MIN_VALUE + 1).blockingHandler(this::tell);
  }

  private void tell(RoutingContext context) {
    var known = tag();
    context.response().putHeader(HttpHeaderNames.ETAG, known);
    if (known.equals(context.request().getHeader(HttpHeaderNames.IF_NONE_MATCH))) {
      context.response().setStatusCode(304).end();
    } else {
      context.next();
    }
  }

  /** Worked out when it is first asked for, so that no start waits for it. */
  private synchronized String tag() {
    if (tag == null) {
      tag = '"' + digest(documents.getDocument(Format.JSON)) + '"';
    }
    return tag;
  }

  private static String digest(byte[] document) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(document);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
