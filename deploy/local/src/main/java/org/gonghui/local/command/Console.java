package org.gonghui.local.command;

import java.time.Duration;
import java.util.function.Supplier;

/** What the person at the terminal sees while something happens. */
final class Console {
  private Console() {}

  /** Names the step, does it, and adds how long it took and what came of it. */
  static void step(String name, Runnable action, Supplier<String> result) {
    System.out.printf("  %-26s", name);
    System.out.flush();
    var start = System.nanoTime();
    try {
      action.run();
    } catch (RuntimeException cause) {
      System.out.println("failed");
      throw cause;
    }
    System.out.printf("%6.1f s  %s%n", seconds(System.nanoTime() - start), result.get());
  }

  private static double seconds(long nanos) {
    return Duration.ofNanos(nanos).toMillis() / 1000.0;
  }
}
