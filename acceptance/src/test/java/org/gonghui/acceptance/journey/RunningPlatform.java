package org.gonghui.acceptance.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;
import org.gonghui.acceptance.measure.Program;
import org.gonghui.acceptance.platform.Gateway;
import org.gonghui.acceptance.platform.Place;
import org.gonghui.acceptance.platform.Twin;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The platform for all tests of a session: the one that the environment names, or one started for
 * them with a state of its own and taken down at the end.
 */
public final class RunningPlatform implements AutoCloseable {
  private static final int FIRST_BASE = 21_080;
  private static final int NEXT_BASE = 97;

  /** Above the gateway's port: the services, Keycloak, Kafka and its controller, PostgreSQL. */
  private static final int[] PORTS = {0, 1, 2, 100, 1_112, 1_113, -2_548};

  private static final Set<String> NOT_SHARED = Set.of(".gonghui", ".git");
  private final Gateway gateway;
  private final Path home;
  private final boolean ours;

  private RunningPlatform(Gateway gateway, Path home, boolean ours) {
    this.gateway = gateway;
    this.home = home;
    this.ours = ours;
  }

  /** Hands the session's platform to every test that asks for it. */
  public static final class Provided implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunningPlatform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.GLOBAL)
          .getOrComputeIfAbsent(RunningPlatform.class, _ -> start(), RunningPlatform.class);
    }
  }

  public Gateway gateway() {
    return gateway;
  }

  public long pid(String process) {
    return Twin.pidOf(Path.of(command()), process);
  }

  /** Where a process listens, as the launcher tells it. */
  String url(String process) {
    return Twin.lineOf(Path.of(command()), process).path("url").asText();
  }

  /** Ends a process without any chance to tidy up. */
  public void kill(String process) {
    var handle = ProcessHandle.of(pid(process)).orElseThrow();
    handle.destroyForcibly();
    handle.onExit().join();
  }

  /** Starts again whatever does not run. */
  public void heal() {
    var _ = Program.require(command(), "up");
  }

  @Override
  public void close() {
    if (ours) {
      var _ = Program.output(command(), "down");
      deleteState();
    }
  }

  private static RunningPlatform start() {
    if (System.getenv("GONGHUI_GATEWAY_URL") != null) {
      var place = Place.ofEnvironment();
      return new RunningPlatform(
          new Gateway(place), place.state().toAbsolutePath().resolveSibling(""), false);
    }
    var home = ownHome(Path.of("..").toAbsolutePath().normalize());
    var base = Integer.getInteger("gonghui.port-base", freeBase());
    var gateway = new Gateway(Place.at(base, home.resolve(".gonghui")));
    var platform = new RunningPlatform(gateway, home, true);
    try {
      var _ = Program.require(platform.command(), "up", "--port-base", "" + base);
      return platform;
    } catch (RuntimeException cause) {
      platform.close();
      throw cause;
    }
  }

  /** Two sessions on one machine do not meet. */
  private static int freeBase() {
    return IntStream.iterate(FIRST_BASE, base -> base + NEXT_BASE)
        .filter(base -> IntStream.of(PORTS).allMatch(port -> isFree(base + port)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** A second look at the same checkout, so that the tests' state is not the developer's. */
  private static Path ownHome(Path checkout) {
    try (var entries = Files.list(checkout)) {
      var home = Files.createTempDirectory("gonghui-acceptance");
      for (var entry : entries.toList()) {
        if (!NOT_SHARED.contains(entry.getFileName().toString())) {
          Files.createSymbolicLink(home.resolve(entry.getFileName()), entry);
        }
      }
      return home;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void deleteState() {
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private String command() {
    return home.resolve("gonghui").toString();
  }
}
