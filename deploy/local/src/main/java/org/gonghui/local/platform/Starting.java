package org.gonghui.local.platform;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gonghui.local.process.ServerFailure;

/** One start of the platform; if it fails or is interrupted, what it has started is stopped. */
public final class Starting {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long POLL_MILLIS = 100;

  private final Platform platform;
  private final Progress progress;
  private final Deque<Component> started = new ConcurrentLinkedDeque<>();
  private volatile boolean ending;
  private CompletableFuture<Void> identity = CompletableFuture.completedFuture(null);

  public Starting(Platform platform, Progress progress) {
    this.platform = platform;
    this.progress = progress;
  }

  /** Starts what does not run, in order; the slow Keycloak comes up beside the services. */
  public void run() {
    var undo = new Thread(this::undo);
    Runtime.getRuntime().addShutdownHook(undo);
    those(Component::isDatabase).forEach(this::step);
    progress.step("databases", platform::ensureDatabases, () -> "");
    var keycloak = those(Component::isIdentity);
    identity = CompletableFuture.runAsync(() -> keycloak.forEach(this::start));
    those(Component::isOrdinary).forEach(this::step);
    keycloak.forEach(each -> progress.step(each.name(), this::awaitIdentity, each::url));
    those(Component::isDoor).forEach(this::step);
    Runtime.getRuntime().removeShutdownHook(undo);
  }

  private List<Component> those(Predicate<Component> wanted) {
    return platform.components().stream().filter(wanted).toList();
  }

  private void step(Component component) {
    progress.step(component.name(), () -> start(component), component::url);
  }

  private void start(Component component) {
    started.push(component);
    if (ending) {
      throw new ServerFailure("The start was interrupted.");
    }
    if (component.ensureRunning() == Component.Outcome.ADOPTED) {
      started.remove(component);
    }
  }

  private void awaitIdentity() {
    try {
      identity.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  private void undo() {
    ending = true;
    started.forEach(Starting::stop);
    // Keycloak may be about to become a process at this very moment.
    while (!identity.isDone()) {
      started.forEach(Starting::stop);
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private static void stop(Component component) {
    component
        .process()
        .filter(process -> !process.stop(PATIENCE))
        .ifPresent(process -> process.kill());
  }

  /** Shows a step while it is done. */
  public interface Progress {
    void step(String name, Runnable action, Supplier<String> result);
  }
}
