package org.gonghui.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A running server that outlives the program which started it, known by its pid file. */
public final class ServerProcess {
  private static final int LAST_LINES = 12;
  private static final long POLL_MILLIS = 40;

  private final Launch launch;
  private final ProcessHandle handle;

  private ServerProcess(Launch launch, ProcessHandle handle) {
    this.launch = launch;
    this.handle = handle;
  }

  /** Starts the command detached; the shell writes the pid before it becomes the server. */
  public static ServerProcess start(Launch launch) {
    try {
      Files.createDirectories(launch.directory());
      if (Files.exists(launch.log())) {
        var previous = launch.directory().resolve("server.log.1");
        Files.move(launch.log(), previous, StandardCopyOption.REPLACE_EXISTING);
      }
      var builder = new ProcessBuilder(detached(launch)).redirectErrorStream(true);
      builder.environment().putAll(launch.environment());
      builder.directory(launch.directory().toFile());
      builder.redirectOutput(launch.log().toFile()).redirectInput(nothing());
      var process = builder.start();
      launch.pidFile().write(process.toHandle());
      return new ServerProcess(launch, process.toHandle());
    } catch (IOException cause) {
      throw new ServerFailure(
          "%s cannot be started: %s".formatted(launch.name(), cause.getMessage()), cause);
    }
  }

  /** The server that an earlier run started in this folder, if it still lives. */
  public static Optional<ServerProcess> adopt(String name, Path directory, String stopSignal) {
    var launch = new Launch(name, directory, List.of(), Map.of(), stopSignal);
    return launch.pidFile().process().map(handle -> new ServerProcess(launch, handle));
  }

  /**
   * Waits until the server answers; one that dies or stays silent is stopped and reported. On a
   * busy machine one that still writes its log gets more time.
   */
  public void awaitReady(Duration limit, BooleanSupplier answers) {
    var patience = new Patience(limit.toNanos(), System.nanoTime());
    while (!answers.getAsBoolean() || !isAlive()) {
      if (!isAlive()) {
        launch.pidFile().forget();
        throw failure("stopped right after its start");
      }
      if (patience.isOver(launch.log().toFile().length(), System.nanoTime())) {
        if (!stop(Duration.ofSeconds(5))) {
          kill();
        }
        throw failure("did not answer within %d s".formatted(limit.toSeconds()));
      }
      pause();
    }
  }

  /** Asks the server to end and waits; true if it did, and then nothing is left of it. */
  public boolean stop(Duration patience) {
    if (!signal() || !ended(patience)) {
      return false;
    }
    launch.pidFile().forget();
    return true;
  }

  /** Ends the server at once, for one that ignored {@link #stop}. */
  public void kill() {
    handle.descendants().forEach(ProcessHandle::destroyForcibly);
    handle.destroyForcibly();
    if (ended(Duration.ofSeconds(5))) {
      launch.pidFile().forget();
    }
  }

  public boolean isAlive() {
    return PidFile.lives(handle);
  }

  public ProcessHandle handle() {
    return handle;
  }

  private boolean signal() {
    if (launch.stopSignal().equals("TERM")) {
      return handle.destroy() || !PidFile.lives(handle);
    }
    try {
      var command = List.of("kill", "-" + launch.stopSignal(), String.valueOf(handle.pid()));
      return new ProcessBuilder(command).start().waitFor() == 0 || !PidFile.lives(handle);
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean ended(Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    while (PidFile.lives(handle) && System.nanoTime() < deadline) {
      pause();
    }
    return !PidFile.lives(handle);
  }

  private ServerFailure failure(String what) {
    var lines = lastLines(launch.log());
    return new ServerFailure(
        "%s %s; the last lines of %s:%n  %s"
            .formatted(launch.name(), what, launch.log(), String.join("\n  ", lines)));
  }

  private static List<String> lastLines(Path log) {
    try {
      // The frames of a stack trace would push out what it is about.
      var lines =
          Files.readAllLines(log).stream().filter(line -> !line.startsWith("\tat ")).toList();
      return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    } catch (IOException _) {
      return List.of("(the log cannot be read)");
    }
  }

  private static List<String> detached(Launch launch) {
    var record = "echo $$ > \"$0\" && exec \"$@\"";
    var path = launch.pidFile().path().toString();
    var command = new ArrayList<>(List.of("/bin/sh", "-c", record, path));
    // Away from the terminal's process group: Ctrl-C or a closed window must not end the servers.
    command.add(Files.isExecutable(Path.of("/usr/bin/setsid")) ? "setsid" : "nohup");
    command.addAll(launch.command());
    return command;
  }

  private static ProcessBuilder.Redirect nothing() {
    return ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile());
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new ServerFailure("Waiting was interrupted.", cause);
    }
  }

  /** How long a start may take: a limit of silence, and four times as much in all. */
  private static final class Patience {
    private static final int MORE_TIME = 4;

    private final long limit;
    private final long start;
    private long lastWord;
    private long logSize;

    private Patience(long limit, long start) {
      this.limit = limit;
      this.start = start;
      this.lastWord = start;
    }

    private boolean isOver(long newLogSize, long now) {
      if (newLogSize != logSize) {
        logSize = newLogSize;
        lastWord = now;
      }
      return now - lastWord > limit || now - start > MORE_TIME * limit;
    }
  }

  /** What to run in which folder; {@code stopSignal} is TERM, or INT for PostgreSQL's fast end. */
  public record Launch(
      String name,
      Path directory,
      List<String> command,
      Map<String, String> environment,
      String stopSignal) {

    public Launch {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }

    public Path log() {
      return directory.resolve("server.log");
    }

    PidFile pidFile() {
      return new PidFile(directory.resolve("server.pid"));
    }
  }
}
