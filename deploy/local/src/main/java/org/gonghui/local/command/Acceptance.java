package org.gonghui.local.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.local.platform.Build;
import org.gonghui.local.platform.Checkout;
import org.gonghui.local.process.ServerFailure;

/** Runs a program of the acceptance module against the platform, which is started for it. */
final class Acceptance {
  private static final String HEAP = "-Xmx1g";

  private Acceptance() {}

  /** Exit code of the program; its output is the terminal's. */
  static int run(String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    var checkout = Checkout.current();
    var _ = new Up().call();
    var build = new Build(checkout.root());
    var stale = build.staleAcceptance();
    if (!stale.isEmpty()) {
      Console.step("build", () -> build.run(stale), () -> "acceptance");
    }
    var target = checkout.root().resolve("acceptance/target");
    if (Files.notExists(target.resolve("acceptance.jar"))) {
      throw new ServerFailure("The acceptance module is not part of this checkout.");
    }
    var process = new ProcessBuilder(command(target, mainClass, arguments)).inheritIO();
    process.environment().putAll(Running.platform(checkout).environment());
    return process.start().waitFor();
  }

  private static List<String> command(Path target, String mainClass, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(target.resolve("acceptance.jar") + File.pathSeparator + target + "/lib/*");
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }
}
