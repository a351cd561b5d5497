package org.gonghui.kit.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Takes a streamed body in whole before it is used, so that its digest is known first. */
final class Spool {
  private static final int IN_MEMORY = 1_048_576;

  private Spool() {}

  /** A small body stays in memory; a large one lies in a file that vanishes when it is closed. */
  static InputStream of(InputStream body) throws IOException {
    var start = body.readNBytes(IN_MEMORY);
    if (start.length < IN_MEMORY) {
      return new ByteArrayInputStream(start);
    }
    var file = Files.createTempFile("gonghui-body", null);
    try {
      return fill(file, start, body);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static InputStream fill(Path file, byte[] start, InputStream body) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      out.write(start);
      var _ = body.transferTo(out);
    }
    return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
  }
}
