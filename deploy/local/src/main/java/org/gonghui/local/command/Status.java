package org.gonghui.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gonghui.local.platform.Checkout;
import org.gonghui.local.platform.Component;
import org.gonghui.local.platform.Resident;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows each process; exit code 0 only if all are healthy. */
@Command(name = "status", description = "Show each process of the platform.")
public final class Status implements Callable<Integer> {
  private final InstantSource clock = InstantSource.system();

  @Option(names = "--json", description = "Print JSON for programs.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    var lines =
        Running.platform(Checkout.current()).components().stream().map(this::lineOf).toList();
    System.out.println(
        json
            ? new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(lines)
            : table(lines));
    return lines.stream().allMatch(line -> line.state().equals("healthy")) ? 0 : 1;
  }

  private Line lineOf(Component component) {
    var state = component.state().name().toLowerCase(Locale.ROOT);
    return component
        .process()
        .map(
            process ->
                new Line(
                    component.name(),
                    state,
                    process.handle().pid(),
                    component.url(),
                    Resident.mebibytes(process.handle()),
                    uptimeSeconds(process.handle())))
        .orElseGet(() -> new Line(component.name(), state, null, component.url(), 0, 0));
  }

  private long uptimeSeconds(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(start, clock.instant()).toSeconds())
        .orElse(0L);
  }

  private static String table(List<Line> lines) {
    var text = new StringBuilder();
    text.append(
        "%-26s %-10s %8s %8s %9s  %s%n".formatted("NAME", "STATE", "PID", "MIB", "UPTIME", "URL"));
    for (var line : lines) {
      text.append(
          "%-26s %-10s %8s %8d %8ds  %s%n"
              .formatted(
                  line.name(),
                  line.state(),
                  line.pid() == null ? "-" : line.pid(),
                  line.residentMiB(),
                  line.uptimeSeconds(),
                  line.url()));
    }
    var total = lines.stream().mapToLong(Line::residentMiB).sum();
    return text.append("%-26s %-10s %8s %8d".formatted("all", "", "", total)).toString();
  }

  /** One process, as {@code --json} shows it. */
  record Line(
      String name,
      String state,
      @Nullable Long pid,
      String url,
      long residentMiB,
      long uptimeSeconds) {}
}
