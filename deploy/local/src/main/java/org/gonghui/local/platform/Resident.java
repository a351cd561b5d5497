package org.gonghui.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a process and its children hold; what they share is counted once. */
public final class Resident {
  private static final long KIBIBYTES = 1024;

  private Resident() {}

  public static long mebibytes(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(each -> kibibytes(each.pid()))
            .sum()
        / KIBIBYTES;
  }

  private static long kibibytes(long pid) {
    try (var lines = Files.lines(Path.of("/proc/%d/smaps_rollup".formatted(pid)))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException | UncheckedIOException _) {
      return fromPs(pid);
    }
  }

  private static long fromPs(long pid) {
    try {
      var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
      var said = new String(ps.getInputStream().readAllBytes()).strip();
      return said.isEmpty() ? 0 : Long.parseLong(said);
    } catch (IOException _) {
      return 0;
    }
  }
}
