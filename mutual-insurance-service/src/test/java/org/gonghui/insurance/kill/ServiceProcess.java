package org.gonghui.insurance.kill;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.gonghui.kit.testing.TestKeyset;
import org.gonghui.kit.testing.TestPostgres;
import org.gonghui.kit.testing.TestTokens;

/** The packaged service in a process of its own, which a test kills and starts again. */
final class ServiceProcess implements AutoCloseable {
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
  private static final Pattern PORT = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
  private static final String SECRET = "dGVzdC1zZWNyZXQtb2YtcGVyc29uLWtleXMtMzJieXQ=";

  private final List<String> command;
  private final Path log;
  private Process process;

  ServiceProcess(TestPostgres.Database database) {
    this.command = command(database);
    this.log = logFile();
    this.process = start();
  }

  /** Ends the process without any chance to tidy up. */
  void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException cause) {
      throw new IllegalStateException(cause);
    }
  }

  void startAgain() {
    process = start();
  }

  @Override
  public void close() {
    kill();
  }

  private Process start() {
    try {
      Files.writeString(log, "");
      var started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      RestAssured.port =
          Awaitility.await("the service's port; see " + log)
              .atMost(Duration.ofMinutes(2))
              .pollInterval(Duration.ofMillis(50))
              .until(() -> portIn(Files.readString(log), started), port -> port > 0);
      return started;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static int portIn(String log, Process started) {
    if (!started.isAlive()) {
      throw new IllegalStateException("the service ended at its start: " + log);
    }
    var matcher = PORT.matcher(log);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static List<String> command(TestPostgres.Database database) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dquarkus.http.port=0");
    command.add("-Dquarkus.datasource.jdbc.url=" + database.url());
    command.add("-Dquarkus.datasource.username=" + database.applicationRole());
    command.add("-Dquarkus.datasource.password=" + TestPostgres.PASSWORD);
    command.add("-Dquarkus.flyway.username=" + database.ownerRole());
    command.add("-Dquarkus.flyway.password=" + TestPostgres.PASSWORD);
    command.add("-Dgonghui.internal-token-key=" + TestTokens.KEY);
    command.add("-Dgonghui.keyset=" + TestKeyset.fresh());
    command.add("-Dgonghui.person-key-secret=" + SECRET);
    // Events stay in the outbox, where they can be counted; no broker is needed.
    command.add("-Dgonghui.relay.enabled=false");
    command.add("-Dgonghui.inbox.enabled=false");
    command.add("-Dgonghui.job.heartbeat-millis=500");
    command.add("-Dgonghui.job.poll-millis=200");
    command.addAll(List.of("-jar", JAR.toString()));
    return command;
  }

  private static Path logFile() {
    try {
      return Files.createTempFile(Path.of("target"), "service", ".log");
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
