package org.gonghui.local.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gonghui.local.platform.Build;
import org.gonghui.local.platform.Checkout;
import org.gonghui.local.platform.External;
import org.gonghui.local.platform.Platform;
import org.gonghui.local.platform.PortPlan;
import org.gonghui.local.platform.Starting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Builds what changed and starts what does not run. */
@Command(name = "up", description = "Build what changed and start the platform.")
public final class Up implements Callable<Integer> {
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
      var platform = build(checkout, plan);
      new Starting(platform, Console::step).run();
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
}
