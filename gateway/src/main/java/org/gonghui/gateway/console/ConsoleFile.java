package org.gonghui.gateway.console;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Files on the class path. */
final class ConsoleFile {
  private static final int TAG_CHARACTERS = 32;

  private ConsoleFile() {}

  static InputStream open(String name) throws FileNotFoundException {
    var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException("console file missing: " + name);
    }
    return stream;
  }

  static @Nullable Buffer read(String name) {
    try (var stream = open(name)) {
      return Buffer.buffer(stream.readAllBytes());
    } catch (FileNotFoundException _) {
      return null;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static String typeOf(String name) {
    var ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "html" -> "text/html; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "application/json";
    };
  }

  static Buffer gzip(Buffer body) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(body.getBytes());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return Buffer.buffer(packed.toByteArray());
  }

  static String tagOf(Buffer body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
      return "W/\"" + HexFormat.of().formatHex(digest).substring(0, TAG_CHARACTERS) + "\"";
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
