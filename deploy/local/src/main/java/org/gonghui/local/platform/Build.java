package org.gonghui.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gonghui.local.process.ServerFailure;

/** Turns changed sources into programs; what is newer than its sources is left alone. */
public record Build(Path root) {
  private static final List<String> PROCESSES =
      List.of("mutual-insurance-service", "aid-service", "gateway");
  private static final String KIT = "service-kit";

  /** The processes' modules whose program is missing or older than a source. */
  public List<String> staleProcesses() {
    return PROCESSES.stream()
        .filter(module -> isStale(module, Service.program(path(module))))
        .toList();
  }

  /** The module of demo and benchmarks, if it has to be built. */
  public List<String> staleAcceptance() {
    var jar = path("acceptance").resolve("target/acceptance.jar");
    return isStale("acceptance", Files.exists(jar) ? Optional.of(jar) : Optional.empty())
        ? List.of("acceptance")
        : List.of();
  }

  /** Packages the modules and what they need, without tests. */
  public void run(List<String> modules) {
    var command =
        List.of(
            root.resolve("mvnw").toString(),
            "-q",
            "-pl",
            String.join(",", modules),
            "-am",
            "package",
            "-DskipTests");
    try {
      var builder = new ProcessBuilder(command).directory(root.toFile()).inheritIO();
      builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home")));
      if (builder.start().waitFor() != 0) {
        throw new ServerFailure(
            "The build of %s failed; its messages are above."
                .formatted(String.join(", ", modules)));
      }
    } catch (IOException cause) {
      throw new ServerFailure("Maven cannot be started: " + cause.getMessage(), cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new ServerFailure("The build was interrupted.", cause);
    }
  }

  private boolean isStale(String module, Optional<Path> program) {
    if (!isPartOfTheBuild(module)) {
      return false;
    }
    return program.isEmpty() || newest(module).compareTo(modified(program.get())) > 0;
  }

  private boolean isPartOfTheBuild(String module) {
    try {
      return Files.readString(root.resolve("pom.xml")).contains("<module>" + module + "</module>");
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private FileTime newest(String module) {
    var sources = new ArrayList<Path>();
    for (var each : List.of(module, KIT)) {
      sources.add(path(each).resolve("pom.xml"));
      sources.add(path(each).resolve("src/main"));
    }
    sources.add(root.resolve("pom.xml"));
    return sources.stream()
        .filter(Files::exists)
        .flatMap(Build::files)
        .map(Build::modified)
        .max(FileTime::compareTo)
        .orElseThrow();
  }

  private Path path(String module) {
    return root.resolve(module);
  }

  private static Stream<Path> files(Path start) {
    try (var files = Files.walk(start)) {
      return files.toList().stream();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
