package org.gonghui.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The note of which process is a server of ours: its pid, and when it began. */
public record PidFile(Path path) {
  /** Start times are rounded to clock ticks, and a boot-time correction may move them. */
  private static final Duration SAME_START = Duration.ofSeconds(2);

  /** The recorded process, unless it has ended or its pid belongs to somebody else by now. */
  public Optional<ProcessHandle> process() {
    try {
      var lines = Files.readAllLines(path);
      return lines.isEmpty() ? Optional.empty() : process(lines);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** Adds the start time to what the starting shell has written. */
  public void write(ProcessHandle process) throws IOException {
    var started = process.info().startInstant();
    if (started.isPresent()) {
      var text = "%d%n%d%n".formatted(process.pid(), started.get().toEpochMilli());
      Files.writeString(path, text);
    }
  }

  public void forget() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** False also for a dead process that its parent has not noticed yet. */
  static boolean lives(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      var line = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
      return line.charAt(line.lastIndexOf(')') + 2) != 'Z';
    } catch (NoSuchFileException _) {
      return process.isAlive();
    } catch (IOException _) {
      return false;
    }
  }

  private Optional<ProcessHandle> process(List<String> lines) throws IOException {
    var recorded = started(lines);
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(PidFile::lives)
        .filter(process -> beganAt(process, recorded));
  }

  /** A starter that was killed has left only the pid; then the file is as old as the process. */
  private Instant started(List<String> lines) throws IOException {
    return lines.size() > 1
        ? Instant.ofEpochMilli(Long.parseLong(lines.get(1).strip()))
        : Files.getLastModifiedTime(path).toInstant();
  }

  private static boolean beganAt(ProcessHandle process, Instant recorded) {
    return process
        .info()
        .startInstant()
        .map(started -> Duration.between(started, recorded).abs().compareTo(SAME_START) <= 0)
        .orElse(false);
  }
}
