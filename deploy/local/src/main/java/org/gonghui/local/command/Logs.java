package org.gonghui.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.gonghui.local.platform.Checkout;
import org.gonghui.local.platform.Component;
import org.gonghui.local.process.ServerFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of one process's log. */
@Command(name = "logs", description = "Show the log of one process.")
public final class Logs implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "A name that ./gonghui status shows.")
  private String name = "";

  @Option(names = "-n", defaultValue = "200", description = "Lines to show (default: 200).")
  private int lines;

  @Option(names = "-f", description = "Go on showing what is added.")
  private boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var components = Running.platform(Checkout.current()).components();
    var log =
        components.stream()
            .filter(component -> component.name().equals(name))
            .findFirst()
            .map(Component::log)
            .orElseThrow(
                () ->
                    new ServerFailure(
                        "There is no %s; choose one of %s."
                            .formatted(
                                name,
                                String.join(
                                    ", ", components.stream().map(Component::name).toList()))));
    if (Files.notExists(log)) {
      throw new ServerFailure("%s has not been started yet.".formatted(name));
    }
    var command = new ProcessBuilder("tail", "-n", String.valueOf(lines), log.toString());
    if (follow) {
      command.command().add(1, "-F");
    }
    return command.inheritIO().start().waitFor();
  }
}
