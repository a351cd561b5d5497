package org.gonghui.local.server;

import java.io.IOException;
import java.util.List;

/** Short programs that make a server's files, run to their end. */
final class Commands {
  private Commands() {}

  /** Runs the command; what it said is told if it failed. */
  static void run(String what, List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
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
