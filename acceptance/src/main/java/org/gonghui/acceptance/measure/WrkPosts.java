package org.gonghui.acceptance.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** JSON bodies posted by wrk, one after another, each once; its script lies in a folder. */
public final class WrkPosts {
  private static final Pattern RESULT =
      Pattern.compile("GONGHUI (\\S+) (\\S+) (\\S+) (\\S+) (\\S+)");
  private static final String SCRIPT =
      """
      local bodies = {}
      for line in io.lines("%s") do bodies[#bodies + 1] = line end
      local headers = { ["Content-Type"] = "application/json" }
      %s
      local sent = 0
      function request()
        sent = sent + 1
        return wrk.format("POST", nil, headers, bodies[sent])
      end
      function done(summary, latency, requests)
        io.write(string.format("GONGHUI %%.3f %%.3f %%.3f %%.3f %%d\\n",
          summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3,
          latency:percentile(95) / 1e3, latency:percentile(99) / 1e3,
          summary.errors.status + summary.errors.connect + summary.errors.read
          + summary.errors.write + summary.errors.timeout))
      end
      """;
  private final Path folder;

  public WrkPosts(Path folder) {
    this.folder = folder;
  }

  /** How many a second, how long they took, and how many were refused or failed. */
  public record Report(
      double perSecond, double p50Millis, double p95Millis, double p99Millis, long refused) {}

  public Report run(String url, Map<String, String> headers, Stream<String> bodies, Wrk.Load load) {
    try {
      Files.createDirectories(folder);
      var lines = folder.resolve("bodies.ndjson");
      Files.write(lines, (Iterable<String>) bodies::iterator);
      var set = new StringBuilder();
      headers.forEach(
          (name, value) -> set.append("headers[\"%s\"] = \"%s\"\n".formatted(name, value)));
      var script = Files.writeString(folder.resolve("post.lua"), SCRIPT.formatted(lines, set));
      var text = Program.output(load.command("-s", script.toString(), url));
      Files.delete(script);
      return read(text);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static Report read(String text) {
    var result = RESULT.matcher(text);
    if (!result.find()) {
      throw new IllegalStateException("wrk said: " + text);
    }
    return new Report(
        Double.parseDouble(result.group(1)),
        Double.parseDouble(result.group(2)),
        Double.parseDouble(result.group(3)),
        Double.parseDouble(result.group(4)),
        Long.parseLong(result.group(5)));
  }
}
