package org.gonghui.acceptance.bench.claims;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.gonghui.acceptance.bench.Benchmark;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.measure.Program;
import org.gonghui.acceptance.measure.Result;

/** The engine alone, in a process of its own with one thread: no database, no request. */
public final class EngineBench implements Benchmark {
  private static final double GOAL = 50_000;
  private static final String MAIN = "org.gonghui.insurance.adjudication.EngineSpeed";

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public List<Result> run(Workbench bench) {
    var target =
        bench.place().state().toAbsolutePath().resolveSibling("mutual-insurance-service/target");
    var classPath =
        String.join(
            File.pathSeparator,
            target.resolve("test-classes").toString(),
            target.resolve("classes").toString(),
            target.resolve("quarkus-app/lib/main") + "/*");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var text =
        Program.require(
            java, "-Xmx256m", "-XX:+UseSerialGC", "-cp", classPath, MAIN, "" + bench.seconds());
    var perSecond = Double.parseDouble(text.strip().lines().reduce((_, last) -> last).orElse(""));
    return List.of(
        Result.alone(
            name(),
            "decisions/s",
            perSecond,
            ">= 50000/s on one core",
            perSecond >= GOAL,
            Math.round(perSecond * bench.seconds())));
  }
}
