package org.gonghui.local.command;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gonghui.local.platform.Checkout;
import org.gonghui.local.platform.Component;
import org.gonghui.local.process.ServerFailure;
import org.gonghui.local.process.ServerProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops everything, the gateway first, so that nothing new comes in while work is finished. */
@Command(name = "down", description = "Stop the platform; data stay.")
public final class Down implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Option(names = "--force", description = "End at once what does not stop within 30 s.")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    var checkout = Checkout.current();
    try (var _ = checkout.lock()) {
      stopAll(checkout, force);
      return 0;
    }
  }

  static void stopAll(Checkout checkout, boolean force) {
    var stubborn = new ArrayList<String>();
    for (var component : Running.platform(checkout).components().reversed()) {
      component.process().ifPresent(process -> stop(component, process, force, stubborn));
    }
    if (!stubborn.isEmpty()) {
      throw new ServerFailure(
          "%s did not stop within %d s; ./gonghui down --force ends it."
              .formatted(String.join(", ", stubborn), PATIENCE.toSeconds()));
    }
  }

  private static void stop(
      Component component, ServerProcess process, boolean force, List<String> stubborn) {
    Console.step(
        "stop " + component.name(),
        () -> {
          if (!process.stop(PATIENCE)) {
            if (force) {
              process.kill();
            } else {
              stubborn.add("%s (pid %d)".formatted(component.name(), process.handle().pid()));
            }
          }
        },
        () -> process.isAlive() ? "still running" : "");
  }
}
