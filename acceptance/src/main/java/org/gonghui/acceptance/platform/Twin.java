package org.gonghui.acceptance.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gonghui.acceptance.measure.Program;

/** A second instance of one of the platform's processes, with a few settings of its own. */
public final class Twin implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(240);
  private static final int ABOVE_THE_DOOR = 50;
  private static final int STOP_SECONDS = 60;

  private final ProcessBuilder builder;
  private final int port;
  private Process process;

  /** Command and environment are read where Linux shows them, so that nothing is told twice. */
  private Twin(long pid, int port, Path log, Settings settings) throws IOException {
    this.port = port;
    var command = new ArrayList<>(List.of(read(pid, "cmdline").split("\0")));
    command.addAll(1, settings.flags());
    builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(pid));
    builder.environment().putAll(ports(builder.environment(), port));
    builder.environment().putAll(settings.environment());
    process = builder.start();
  }

  /** What differs from the process that is copied. */
  public record Settings(Map<String, String> environment, List<String> flags) {
    public static Settings of(Map<String, String> environment) {
      return new Settings(environment, List.of());
    }
  }

  public static Twin of(long pid, int port, Path log, Settings settings) {
    try {
      return new Twin(pid, port, log, settings);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The number of one of the platform's processes, as the launcher tells it. */
  public static long pidOf(Path launcher, String process) {
    return lineOf(launcher, process).path("pid").asLong();
  }

  /** What the launcher tells of one of the platform's processes. */
  public static JsonNode lineOf(Path launcher, String process) {
    try {
      var lines =
          new ObjectMapper().readTree(Program.output(launcher.toString(), "status", "--json"));
      for (var line : lines) {
        if (line.path("name").asText().equals(process)) {
          return line;
        }
      }
      throw new IllegalStateException(process + " is not part of the platform");
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static String read(long pid, String file) throws IOException {
    return Files.readString(Path.of("/proc", Long.toString(pid), file));
  }

  /** A gateway listens twice: at its door and, for its administration, on loopback. */
  private static Map<String, String> ports(Map<String, String> environment, int port) {
    return environment.containsKey("GONGHUI_GATEWAY_PORT")
        ? Map.of(
            "GONGHUI_GATEWAY_PORT",
            Integer.toString(port),
            "QUARKUS_HTTP_PORT",
            Integer.toString(port + ABOVE_THE_DOOR))
        : Map.of("QUARKUS_HTTP_PORT", Integer.toString(port));
  }

  private static Map<String, String> environment(long pid) throws IOException {
    var environment = new HashMap<String, String>();
    for (var pair : read(pid, "environ").split("\0")) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        environment.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return environment;
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  public void awaitReady() {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("The instance at " + url() + " did not start");
      }
      Gateway.pause(Duration.ofMillis(200));
    }
  }

  public boolean isReady() {
    try {
      var uri = URI.create(url() + "/q/health/ready");
      var connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(2_000);
      try {
        return connection.getResponseCode() == 200;
      } finally {
        connection.disconnect();
      }
    } catch (IOException _) {
      return false;
    }
  }

  /** As an orchestrator does. */
  public void askToStop() {
    process.destroy();
  }

  public void stop() throws InterruptedException {
    askToStop();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The instance at " + url() + " does not stop");
    }
  }

  public void startAgain() throws IOException {
    process = builder.start();
    awaitReady();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
