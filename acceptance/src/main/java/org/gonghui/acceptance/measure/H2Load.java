package org.gonghui.acceptance.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The load generator h2load, which can keep to a rate and tells the time of each request. */
public final class H2Load {
  private static final int COLUMN_MICROS = 2;

  private H2Load() {}

  /** Times of the requests at a steady rate over HTTP/1.1. */
  public static Latencies atRate(
      String url, Map<String, String> headers, int connections, int perSecond, int seconds) {
    try {
      var log = Files.createTempFile("h2load", ".log");
      var rate = Math.max(1, perSecond / connections);
      var command =
          new ArrayList<>(
              List.of(
                  "h2load",
                  "--h1",
                  "-t1",
                  "-c" + connections,
                  "--rps=" + rate,
                  "-D" + seconds,
                  "--log-file=" + log));
      headers.forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
      command.add(url);
      var _ = Program.require(command.toArray(String[]::new));
      return read(log);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static Latencies read(Path log) throws IOException {
    var latencies = new Latencies();
    try (var lines = Files.lines(log)) {
      lines
          .map(line -> line.split("\t"))
          .forEach(line -> latencies.add(Long.parseLong(line[COLUMN_MICROS]) * 1_000));
    }
    Files.delete(log);
    return latencies;
  }
}
