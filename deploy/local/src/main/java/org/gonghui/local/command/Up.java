package org.gonghui.local.command;

import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.gonghui.local.platform.Build;
import org.gonghui.local.platform.Checkout;
import org.gonghui.local.platform.Component;
import org.gonghui.local.platform.External;
import org.gonghui.local.platform.Platform;
import org.gonghui.local.platform.PortPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Builds what changed and starts what does not run. */
@Command(name = "up", description = "Build what changed and start the platform.")
public final class Up implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What this run has started; a run that fails or is interrupted takes it down again. */
  private final Deque<Component> started = new ConcurrentLinkedDeque<>();

  @Option(
      names = "--port-base",
      paramLabel = "N",
      description = "The gateway's port, from which the others follow (default: 8080).")
  private @Nullable Integer portBase;

  @Option(names = "--no-build", description = "Start what is built, even if sources are newer.")
  private boolean noBuild;

  @Override
  public Integer call() throws IOException {
    var checkout = Checkout.current();
    try (var _ = checkout.lock()) {
      var plan = plan(checkout);
      checkout.requireRoom();
      checkout.savePortBase(plan.base());
      var undo = new Thread(this::stopStarted);
      Runtime.getRuntime().addShutdownHook(undo);
      var platform = build(checkout, plan);
      start(platform);
      Runtime.getRuntime().removeShutdownHook(undo);
      Welcome.print(checkout, platform);
      return 0;
    }
  }

  private PortPlan plan(Checkout checkout) {
    var saved = checkout.savedPortBase();
    var wanted = Optional.ofNullable(portBase).or(() -> saved).orElse(PortPlan.DEFAULT_BASE);
    if (saved.isPresent() && !saved.get().equals(wanted)) {
      Running.requireNothing(checkout, saved.get());
    }
    return new PortPlan(wanted);
  }

  private Platform build(Checkout checkout, PortPlan plan) {
    var build = new Build(checkout.root());
    var stale = noBuild ? List.<String>of() : build.staleProcesses();
    if (!stale.isEmpty()) {
      Console.step("build", () -> build.run(stale), () -> String.join(", ", stale));
    }
    return new Platform(checkout, plan, External.from(System.getenv()));
  }

  private void start(Platform platform) {
    platform.components().stream().filter(Component::isDatabase).forEach(this::start);
    Console.step("databases", platform::ensureDatabases, () -> "");
    platform.components().stream().filter(each -> !each.isDatabase()).forEach(this::start);
  }

  private void start(Component component) {
    Console.step(
        component.name(),
        () -> {
          started.push(component);
          if (component.ensureRunning() == Component.Outcome.ADOPTED) {
            started.remove(component);
          }
        },
        component::url);
  }

  private void stopStarted() {
    if (!started.isEmpty()) {
      System.out.println("  stopping what this run has started ...");
    }
    for (var component : started) {
      component
          .process()
          .filter(process -> !process.stop(PATIENCE))
          .ifPresent(process -> process.kill());
    }
  }
}
