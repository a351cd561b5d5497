package org.gonghui.local;

import org.gonghui.local.command.Bench;
import org.gonghui.local.command.Demo;
import org.gonghui.local.command.Down;
import org.gonghui.local.command.Logs;
import org.gonghui.local.command.Reset;
import org.gonghui.local.command.Status;
import org.gonghui.local.command.Up;
import org.gonghui.local.process.ServerFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command: starts, stops and shows the platform on this machine. */
@Command(
    name = "gonghui",
    description = "The Gonghui platform on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "  test   builds everything and runs every check and test (run by the script itself)",
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      Up.class,
      Down.class,
      Status.class,
      Logs.class,
      Reset.class,
      Demo.class,
      Bench.class
    })
public final class Gonghui {
  private Gonghui() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Gonghui())
            .setExecutionExceptionHandler(Gonghui::tell)
            .execute(arguments));
  }

  private static int tell(Exception cause, CommandLine command, CommandLine.ParseResult unused)
      throws Exception {
    if (cause instanceof ServerFailure) {
      command.getErr().println(command.getColorScheme().errorText(cause.getMessage()));
      return 1;
    }
    throw cause;
  }
}
