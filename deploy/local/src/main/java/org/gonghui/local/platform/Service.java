package org.gonghui.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gonghui.local.process.ServerFailure;
import org.gonghui.local.process.ServerProcess;
import org.gonghui.local.server.Ports;

/** A module of this checkout that runs as a process: a service or the gateway. */
record Service(
    Checkout checkout,
    String module,
    int port,
    int heapMegabytes,
    Supplier<Map<String, String>> environment) {

  private static final Duration START_LIMIT = Duration.ofSeconds(180);

  /** The component, if the module has been built or still runs from a build that is gone. */
  Optional<Component> component() {
    var component = component(program(checkout.root().resolve(module)));
    return component.program().isPresent() || component.process().isPresent()
        ? Optional.of(component)
        : Optional.empty();
  }

  /** What the module's build made; empty if it is not a process or not built. */
  static Optional<Path> program(Path module) {
    var fast = module.resolve("target/quarkus-app/quarkus-run.jar");
    return Files.exists(fast) ? Optional.of(fast) : runner(module.resolve("target"));
  }

  private static Optional<Path> runner(Path target) {
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (var files = Files.list(target)) {
      return files.filter(file -> file.toString().endsWith("-runner.jar")).findFirst();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private Component component(Optional<Path> program) {
    return new Component(
        module,
        "http://localhost:" + port,
        checkout.folder(module),
        "TERM",
        program,
        this::isReady,
        () -> start(program.orElseThrow(this::notBuilt)));
  }

  private ServerProcess start(Path program) {
    Ports.requireFree(module, port);
    var launch =
        new ServerProcess.Launch(
            module, checkout.folder(module), command(program), environment.get(), "TERM");
    var process = ServerProcess.start(launch);
    process.awaitReady(START_LIMIT, this::isReady);
    return process;
  }

  private boolean isReady() {
    return Ports.answers("http://localhost:%d/q/health/ready".formatted(port));
  }

  private ServerFailure notBuilt() {
    return new ServerFailure("%s has not been built; run ./gonghui up.".formatted(module));
  }

  private List<String> command(Path program) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx%dm".formatted(heapMegabytes));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.timezone=UTC"));
    command.addAll(List.of("-jar", program.toString()));
    return command;
  }
}
