package org.gonghui.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gonghui.local.process.Commands;
import org.gonghui.local.process.ServerFailure;
import org.gonghui.local.process.ServerProcess;
import org.gonghui.local.process.Unprivileged;

/** A PostgreSQL of our own on the loopback address, in the version that the root pom names. */
public final class PostgresServer implements AutoCloseable {
  /** INT is the fast end: open transactions roll back, nothing waits for clients. */
  public static final String STOP_SIGNAL = "INT";

  /** The super-user, who makes databases and roles and serves no application. */
  public static final String ADMIN = "postgres";

  private static final Duration START_LIMIT = Duration.ofSeconds(180);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Map<String, String> FOR_TESTS =
      Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

  private final Settings settings;
  private final ServerProcess process;

  private PostgresServer(Settings settings, ServerProcess process) {
    this.settings = settings;
    this.process = process;
  }

  /** For tests: any password is right, nothing is safe from a power cut, it ends with this JVM. */
  public static PostgresServer start(Path directory, int port) {
    var settings = new Settings(directory, Ports.orFree(port), ADMIN, false, FOR_TESTS);
    var server = start(settings, Artifacts.fromMaven());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /** Starts the server, on data of an earlier run if there are any; it outlives this JVM. */
  public static PostgresServer start(Settings settings, Artifacts artifacts) {
    Ports.requireFree("PostgreSQL", settings.port());
    var home = home(artifacts);
    if (Files.notExists(settings.data())) {
      initialise(home, settings);
    }
    var server = new PostgresServer(settings, ServerProcess.start(launch(home, settings)));
    server.process.awaitReady(START_LIMIT, settings::answers);
    return server;
  }

  public ServerProcess process() {
    return process;
  }

  public int port() {
    return settings.port();
  }

  public String jdbcUrl(String database) {
    return settings.jdbcUrl(database);
  }

  public String adminPassword() {
    return settings.adminPassword();
  }

  @Override
  public void close() {
    if (!process.stop(STOP_LIMIT)) {
      process.kill();
    }
  }

  private static ServerProcess.Launch launch(Path home, Settings settings) {
    var command = new ArrayList<String>();
    command.add(home.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", settings.data().toString()));
    command.addAll(List.of("-p", String.valueOf(settings.port()), "-h", "127.0.0.1"));
    // No socket file: its path would be too long in a deep folder.
    command.addAll(List.of("-c", "unix_socket_directories="));
    settings
        .parameters()
        .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return new ServerProcess.Launch(
        "PostgreSQL",
        settings.directory(),
        Unprivileged.command(command),
        Map.of("LC_ALL", "C", "TZ", "UTC"),
        STOP_SIGNAL);
  }

  private static void initialise(Path home, Settings settings) {
    var partial = settings.directory().resolve("data.partial");
    var password = settings.directory().resolve("initdb.password");
    try {
      Files.createDirectories(settings.directory());
      Archive.delete(partial);
      Files.writeString(password, settings.adminPassword());
      Commands.run("PostgreSQL's initdb", initdb(home, settings, partial, password));
      Files.move(partial, settings.data());
      Files.delete(password);
    } catch (IOException cause) {
      throw new ServerFailure(
          "PostgreSQL's data folder cannot be made: " + cause.getMessage(), cause);
    }
  }

  private static List<String> initdb(Path home, Settings settings, Path data, Path password) {
    return Unprivileged.command(
        List.of(
            home.resolve("bin/initdb").toString(),
            "--pgdata=" + data,
            "--username=" + ADMIN,
            "--pwfile=" + password,
            "--auth=" + (settings.checksPasswords() ? "scram-sha-256" : "trust"),
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-sync",
            "--no-instructions"));
  }

  private static Path home(Artifacts artifacts) {
    var platform = BinaryPlatform.of(System.getProperty("os.name"), System.getProperty("os.arch"));
    var version = Artifacts.version("postgres");
    var jar = artifacts.file(platform.coordinates(version));
    return Archive.unpackXzInJar(
        jar, Archive.cache().resolve("postgres-%s-%s".formatted(version, platform.classifier())));
  }

  /** Where the server keeps its data and listens, and how much it may forget. */
  public record Settings(
      Path directory,
      int port,
      String adminPassword,
      boolean checksPasswords,
      Map<String, String> parameters) {

    public Settings {
      directory = directory.toAbsolutePath();
      parameters = Map.copyOf(parameters);
    }

    public String jdbcUrl(String database) {
      return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    Path data() {
      return directory.resolve("data");
    }

    boolean answers() {
      try (var connection = DriverManager.getConnection(jdbcUrl(ADMIN), ADMIN, adminPassword)) {
        return connection.isValid(1);
      } catch (SQLException _) {
        return false;
      }
    }
  }
}
