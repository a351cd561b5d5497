package org.gonghui.acceptance.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Another program of this machine, run to its end. */
public final class Program {
  private Program() {}

  /** What the program printed, whatever it thinks of its success. */
  public static String output(String... command) {
    return run(List.of(command)).text;
  }

  public static String require(String... command) {
    var ended = run(List.of(command));
    if (ended.code != 0) {
      throw new IllegalStateException(
          "%s ended with %d: %s".formatted(List.of(command), ended.code, ended.text));
    }
    return ended.text;
  }

  /** Installs with apt what is missing. */
  public static void ensureInstalled(String program) {
    ensureInstalled(program, program);
  }

  /** For a program that its package is not called after. */
  public static void ensureInstalled(String program, String aptPackage) {
    if (!isThere(program)) {
      var _ = output("apt-get", "install", "-y", "-q", aptPackage);
    }
    if (!isThere(program)) {
      throw new IllegalStateException("This benchmark needs the program " + program);
    }
  }

  private static boolean isThere(String program) {
    return List.of(System.getenv("PATH").split(":")).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static Ended run(List<String> command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), text);
    } catch (IOException cause) {
      throw new IllegalStateException(command.getFirst() + " does not start", cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(cause);
    }
  }

  private record Ended(int code, String text) {}
}
