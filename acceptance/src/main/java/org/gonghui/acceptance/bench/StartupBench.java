package org.gonghui.acceptance.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.gonghui.acceptance.measure.Latencies;
import org.gonghui.acceptance.measure.Program;
import org.gonghui.acceptance.measure.Result;

/** How long the built platform takes to be healthy, and how much memory its processes hold. */
final class StartupBench implements Benchmark {
  private static final int SECONDS_GOAL = 60;
  private static final int MEMORY_GOAL_MIB = 4_096;

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public List<Result> run(Workbench bench) {
    var launcher = bench.place().state().toAbsolutePath().resolveSibling("gonghui");
    Program.require(launcher.toString(), "down");
    var start = System.nanoTime();
    var log = Program.require(launcher.toString(), "up");
    var seconds = Latencies.since(start).toMillis() / 1_000.0;
    var processes = status(launcher);
    var memory = processes.values().stream().mapToLong(p -> p.path("residentMiB").asLong()).sum();
    var resident = new LinkedHashMap<String, Long>();
    processes.forEach((process, line) -> resident.put(process, line.path("residentMiB").asLong()));
    return List.of(
        Result.alone(name(), "s", seconds, "<= 60 s", seconds <= SECONDS_GOAL, processes.size())
            .and(
                "steps",
                log.lines().filter(line -> line.matches(".*\\d s.*|.*\\d+[.]\\d+.*")).toList()),
        Result.alone(
                "memory", "MiB", memory, "<= 4096 MiB", memory <= MEMORY_GOAL_MIB, processes.size())
            .and("residentMiB", resident));
  }

  private static Map<String, JsonNode> status(Path launcher) {
    try {
      var lines =
          new ObjectMapper().readTree(Program.output(launcher.toString(), "status", "--json"));
      var processes = new LinkedHashMap<String, JsonNode>();
      StreamSupport.stream(lines.spliterator(), false)
          .forEach(line -> processes.put(line.path("name").asText(), line));
      return processes;
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("./gonghui status --json is not JSON", cause);
    }
  }
}
