package org.gonghui.gateway.forward;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.gonghui.gateway.problem.Names;

/** A large JSON answer made smaller on its way, part by part. */
final class GzipStream {
  private static final int LARGE = 8_192;

  private final ByteArrayOutputStream squeezed = new ByteArrayOutputStream(LARGE);
  private final FastGzip gzip;

  private GzipStream() {
    try {
      gzip = new FastGzip(squeezed);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /**
   * Only JSON that nobody has encoded yet. An answer with an entity tag stays as it is: the tag is
   * of these bytes, and callers send it back in If-Match.
   */
  static boolean suits(MultiMap asked, HttpClientResponse from, long length) {
    if (length >= 0 && length < LARGE || from.statusCode() != 200) {
      return false;
    }
    var headers = from.headers();
    var type = headers.get(Names.CONTENT_TYPE);
    var cache = headers.get(Names.CACHE_CONTROL);
    return type != null
        && isJson(type)
        && !headers.contains(Names.CONTENT_ENCODING)
        && !headers.contains(Names.ETAG)
        && (cache == null || !cache.contains("no-transform"))
        && isWanted(asked.getAll(Names.ACCEPT_ENCODING));
  }

  private static boolean isJson(String type) {
    var semicolon = type.indexOf(';');
    var media = (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
    return media.equalsIgnoreCase("application/json")
        || media.toLowerCase(Locale.ROOT).endsWith("+json");
  }

  private static boolean isWanted(Iterable<String> acceptEncoding) {
    for (var line : acceptEncoding) {
      for (var coding : line.toLowerCase(Locale.ROOT).split(",")) {
        var parts = coding.strip().split(";");
        if (parts[0].strip().equals("gzip")) {
          return parts.length < 2 || !parts[1].replace(" ", "").matches("q=0(\\.0*)?");
        }
      }
    }
    return false;
  }

  static GzipStream announcedIn(MultiMap headers) {
    headers.remove(Names.CONTENT_LENGTH);
    headers.set(Names.CONTENT_ENCODING, "gzip");
    headers.add(Names.VARY, "Accept-Encoding");
    return new GzipStream();
  }

  /** What of the answer is ready so far; often nothing yet. */
  Buffer next(Buffer part) {
    try {
      gzip.write(part.getBytes());
      return taken();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  Buffer last(Buffer part) {
    try {
      gzip.write(part.getBytes());
      gzip.finish();
      return taken();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private Buffer taken() {
    var bytes = Buffer.buffer(squeezed.toByteArray());
    squeezed.reset();
    return bytes;
  }

  void close() {
    gzip.end();
  }

  /** The event loop has no time for the last percent. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, LARGE);
      def.setLevel(Deflater.BEST_SPEED);
    }

    /** The native memory goes at once, not when the collector comes by. */
    void end() {
      def.end();
    }
  }
}
