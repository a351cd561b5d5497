package org.gonghui.local.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Measures the platform against its goals. */
@Command(name = "bench", description = "Start the platform and measure it: [NAME].")
public final class Bench implements Callable<Integer> {
  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return Acceptance.run("org.gonghui.acceptance.bench.BenchCommand", arguments);
  }
}
