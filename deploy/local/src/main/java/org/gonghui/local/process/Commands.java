package org.gonghui.local.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Short programs that make a server's files, run to their end. */
public final class Commands {
  private Commands() {}

  /** Runs the command; what it said is told if it failed. */
  public static void run(String what, List<String> command) throws IOException {
    run(what, command, Map.of());
  }

  public static void run(String what, List<String> command, Map<String, String> environment)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes()).strip();
    try {
      if (process.waitFor() != 0) {
        throw new ServerFailure(what + " failed: " + said);
      }
    } catch (InterruptedException cause) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new ServerFailure(what + " was interrupted.", cause);
    }
  }
}
