package org.gonghui.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gonghui.local.process.Commands;
import org.gonghui.local.process.ServerFailure;
import org.gonghui.local.process.ServerProcess;

/** A Keycloak of our own on PostgreSQL, with one realm, on the loopback address. */
public final class KeycloakServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(180);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  /** What the platform does not use; each costs start-up time and memory. */
  private static final String WITHOUT =
      "authorization,ciba,device-flow,kerberos,organization,par,passkeys,web-authn,workflows,"
          + "admin-fine-grained-authz,step-up-authentication";

  private final Settings settings;
  private final ServerProcess process;

  private KeycloakServer(Settings settings, ServerProcess process) {
    this.settings = settings;
    this.process = process;
  }

  /**
   * Starts the server; the realm is imported if the database does not have it; outlives this JVM.
   */
  public static KeycloakServer start(Settings settings, Artifacts artifacts) {
    Ports.requireFree("Keycloak", settings.port());
    var home = home(settings, program(artifacts));
    var realm = new ImportedRealm(settings.directory().resolve("realm.imported"), settings.realm());
    if (realm.hasChanged()) {
      importAgain(home, settings);
    }
    var server = new KeycloakServer(settings, ServerProcess.start(launch(home, settings)));
    server.process.awaitReady(START_LIMIT, settings::answers);
    realm.remember();
    return server;
  }

  public ServerProcess process() {
    return process;
  }

  public String issuer() {
    return settings.issuer();
  }

  /** Who signs the tokens of a Keycloak on this port. */
  public static String issuer(int port) {
    return "http://localhost:%d/realms/gonghui".formatted(port);
  }

  @Override
  public void close() {
    if (!process.stop(STOP_LIMIT)) {
      process.kill();
    }
  }

  /** The unpacked server with its optimised build, which takes a quarter of a minute, kept. */
  private static Path program(Artifacts artifacts) {
    var version = Artifacts.version("keycloak");
    var packed = artifacts.file("org.keycloak:keycloak-quarkus-dist:tar.gz:" + version);
    var unpacked =
        Archive.unpackGzip(
            packed,
            Archive.cache().resolve("keycloak-%s-postgres".formatted(version)),
            folder -> build(folder.resolve("keycloak-" + version)));
    return unpacked.resolve("keycloak-" + version);
  }

  private static void build(Path home) throws IOException {
    var command = java(home, 512);
    command.addAll(List.of("build", "--db=postgres", "--features-disabled=" + WITHOUT));
    Commands.run("Keycloak's optimised build", command);
  }

  /** The program is shared; what it writes and imports lies in a folder of its own. */
  private static Path home(Settings settings, Path program) {
    var home = settings.directory().resolve("home");
    try {
      var imports = Files.createDirectories(home.resolve("data/import"));
      for (var shared : List.of("lib", "conf", "providers", "themes")) {
        var link = home.resolve(shared);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, program.resolve(shared));
      }
      Files.copy(
          settings.realm(),
          imports.resolve("gonghui-realm.json"),
          StandardCopyOption.REPLACE_EXISTING);
      return home;
    } catch (IOException cause) {
      throw new ServerFailure("Keycloak's folder cannot be made: " + cause.getMessage(), cause);
    }
  }

  /** Replaces the realm of an earlier start; its users keep their ids, which the file names. */
  private static void importAgain(Path home, Settings settings) {
    var command = java(home, settings.heapMegabytes());
    command.addAll(List.of("import", "--optimized", "--override=true"));
    command.add("--file=" + home.resolve("data/import/gonghui-realm.json"));
    try {
      Commands.run("The import of the changed realm", command, settings.variables());
    } catch (IOException cause) {
      throw new ServerFailure("Keycloak cannot be run: " + cause.getMessage(), cause);
    }
  }

  private static ServerProcess.Launch launch(Path home, Settings settings) {
    var command = java(home, settings.heapMegabytes());
    command.addAll(List.of("start", "--optimized", "--import-realm", "--cache=local"));
    command.addAll(List.of("--http-enabled=true", "--http-host=127.0.0.1"));
    command.add("--http-port=" + settings.port());
    command.add("--hostname=http://localhost:" + settings.port());
    return new ServerProcess.Launch(
        "Keycloak", settings.directory(), command, settings.variables(), "TERM");
  }

  private static List<String> java(Path home, int heapMegabytes) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-Xmx%dm".formatted(heapMegabytes)));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US"));
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.add("--add-opens=java.base/java.util=ALL-UNNAMED");
    command.add("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED");
    command.add("--add-opens=java.base/java.security=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add(
        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
    command.add("-Dkc.home.dir=" + home);
    command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.add("-Dpicocli.disable.closures=true");
    command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
    command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    return command;
  }

  /** Where the server listens, its database, its realm file and what fills the realm's blanks. */
  public record Settings(
      Path directory,
      int port,
      String jdbcUrl,
      Database.Role databaseRole,
      Path realm,
      Map<String, String> environment,
      int heapMegabytes) {

    public Settings {
      directory = directory.toAbsolutePath();
      environment = Map.copyOf(environment);
    }

    public String issuer() {
      return KeycloakServer.issuer(port);
    }

    Map<String, String> variables() {
      var variables = new HashMap<>(environment);
      variables.put("KC_DB_URL", jdbcUrl);
      variables.put("KC_DB_USERNAME", databaseRole.name());
      variables.put("KC_DB_PASSWORD", databaseRole.password());
      variables.put("KC_DB_POOL_INITIAL_SIZE", "2");
      variables.put("KC_DB_POOL_MAX_SIZE", "20");
      return variables;
    }

    boolean answers() {
      return Ports.answers(issuer());
    }
  }
}
