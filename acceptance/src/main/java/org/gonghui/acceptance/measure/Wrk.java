package org.gonghui.acceptance.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The load generator wrk, run as a program of its own. */
public final class Wrk {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern TAIL = Pattern.compile("99%\\s+(\\S+)");
  private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

  private Wrk() {}

  /** Requests a second, the 99th percentile as wrk prints it, and how many were not 2xx. */
  public record Report(double perSecond, String p99, long refused) {}

  /** From how many connections, and for how long; one thread of wrk is enough. */
  public record Load(int connections, int seconds) {
    String[] command(String... rest) {
      return Stream.concat(
              Stream.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency"),
              Stream.of(rest))
          .toArray(String[]::new);
    }
  }

  public static Report run(String url, Map<String, String> headers, int connections, int seconds) {
    var command =
        new ArrayList<>(
            List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency"));
    headers.forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
    command.add(url);
    return read(Program.output(command.toArray(String[]::new)));
  }

  /** As told by a script in wrk's own language. */
  public static Report run(String url, Path script, int connections, int seconds) {
    return read(
        Program.output(
            "wrk",
            "-t1",
            "-c" + connections,
            "-d" + seconds + "s",
            "--latency",
            "-s",
            script.toString(),
            url));
  }

  static Report read(String text) {
    var rate = RATE.matcher(text);
    if (!rate.find()) {
      throw new IllegalStateException("wrk said: " + text);
    }
    var tail = TAIL.matcher(text);
    var bad = BAD.matcher(text);
    return new Report(
        Double.parseDouble(rate.group(1)),
        tail.find() ? tail.group(1) : "",
        bad.find() ? Long.parseLong(bad.group(1)) : 0);
  }
}
