package org.gonghui.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gonghui.local.process.ServerFailure;
import org.gonghui.local.process.ServerProcess;

/** One process of the platform: how it is started, found again, asked for its health, stopped. */
public record Component(
    String name,
    String url,
    Path directory,
    String stopSignal,
    Optional<Path> program,
    BooleanSupplier healthy,
    Supplier<ServerProcess> starter) {

  private static final Duration ADOPTION_LIMIT = Duration.ofSeconds(60);

  /** The process of an earlier start, if it lives. */
  public Optional<ServerProcess> process() {
    return ServerProcess.adopt(name, directory, stopSignal);
  }

  /** Whether the others find their data here, so that it comes first and leaves last. */
  boolean isDatabase() {
    return name.equals("postgres");
  }

  /** Whether only the door waits for it. */
  boolean isIdentity() {
    return name.equals("keycloak");
  }

  /** Whether callers come in here, so that it opens when all others are ready. */
  boolean isDoor() {
    return name.equals("gateway");
  }

  boolean isOrdinary() {
    return !isDatabase() && !isIdentity() && !isDoor();
  }

  public Path log() {
    return directory.resolve("server.log");
  }

  /** Takes over what runs and is sound; replaces what is stuck or older than its program. */
  public Outcome ensureRunning() {
    var running = process();
    if (running.isPresent() && isCurrent(running.get()) && answers(running.get())) {
      return Outcome.ADOPTED;
    }
    running.ifPresent(this::end);
    var _ = starter.get();
    return running.isPresent() ? Outcome.RESTARTED : Outcome.STARTED;
  }

  public State state() {
    return process().isEmpty()
        ? State.STOPPED
        : healthy.getAsBoolean() ? State.HEALTHY : State.UNHEALTHY;
  }

  private boolean answers(ServerProcess running) {
    try {
      running.awaitReady(ADOPTION_LIMIT, healthy);
      return true;
    } catch (ServerFailure _) {
      return false;
    }
  }

  private boolean isCurrent(ServerProcess running) {
    return program.isEmpty()
        || running.handle().info().startInstant().stream().allMatch(this::after);
  }

  private boolean after(Instant start) {
    try {
      return start.isAfter(Files.getLastModifiedTime(program.orElseThrow()).toInstant());
    } catch (IOException _) {
      return false;
    }
  }

  private void end(ServerProcess running) {
    if (!running.stop(ADOPTION_LIMIT)) {
      running.kill();
    }
  }

  /** What {@link #ensureRunning} did. */
  public enum Outcome {
    STARTED,
    RESTARTED,
    ADOPTED
  }

  /** How a component stands now. */
  public enum State {
    HEALTHY,
    UNHEALTHY,
    STOPPED
  }
}
