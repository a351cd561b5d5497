package org.gonghui.acceptance.rolling;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gonghui.acceptance.platform.Gateway;

/** A second instance of one of the platform's processes, with a few settings of its own. */
final class Twin implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int STOP_SECONDS = 60;

  private final ProcessBuilder builder;
  private final int port;
  private Process process;

  /** Command and environment are read where Linux shows them, so that nothing is told twice. */
  Twin(long pid, int port, Path log, Map<String, String> changes) throws IOException {
    this.port = port;
    var command = List.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
    builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(pid));
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().putAll(changes);
    process = builder.start();
  }

  private static Map<String, String> environment(long pid) throws IOException {
    var environment = new HashMap<String, String>();
    for (var pair : Files.readString(Path.of("/proc/" + pid + "/environ")).split("\0")) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        environment.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return environment;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  void awaitReady() {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("The instance at " + url() + " did not start");
      }
      Gateway.pause(Duration.ofMillis(200));
    }
  }

  boolean isReady() {
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
  void askToStop() {
    process.destroy();
  }

  void stop() throws InterruptedException {
    askToStop();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The instance at " + url() + " does not stop");
    }
  }

  void startAgain() throws IOException {
    process = builder.start();
    awaitReady();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
