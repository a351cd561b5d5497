package org.gonghui.local.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Plays a city's year of mutual aid through the gateway. */
@Command(
    name = "demo",
    description = "Start the platform and play a city's year: [--year 2017] [--scale 0.02].")
public final class Demo implements Callable<Integer> {
  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return Acceptance.run("org.gonghui.acceptance.demo.DemoCommand", arguments);
  }
}
