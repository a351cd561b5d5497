package org.gonghui.acceptance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gonghui.acceptance.bench.claims.ClaimsBench;
import org.gonghui.acceptance.bench.claims.EngineBench;
import org.gonghui.acceptance.bench.claims.SettlementsBench;
import org.gonghui.acceptance.bench.gateway.GatewayBench;
import org.gonghui.acceptance.bench.gateway.GatewayMemoryBench;
import org.gonghui.acceptance.bench.lists.PagesBench;
import org.gonghui.acceptance.bench.lists.SummaryBench;
import org.gonghui.acceptance.bench.money.PaymentsBench;
import org.gonghui.acceptance.bench.money.ReceiptsBench;
import org.gonghui.acceptance.bench.relay.OutageBench;
import org.gonghui.acceptance.bench.relay.RelayBench;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.platform.Gateway;
import org.gonghui.acceptance.platform.Place;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the running platform and writes one file of figures for each benchmark. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the platform beside baselines of the same run.")
public final class BenchCommand implements Callable<Integer> {
  private static final List<Benchmark> ALL =
      List.of(
          new StartupBench(),
          new GatewayBench(),
          new GatewayMemoryBench(),
          new PreviewBench(),
          new RelayBench(),
          new OutageBench(),
          new ClaimsBench(),
          new SettlementsBench(),
          new PaymentsBench(),
          new ReceiptsBench(),
          new EngineBench(),
          new EnrolmentBench(),
          new SummaryBench(),
          new PagesBench());

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which ones; all without a name.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--rows",
      defaultValue = "426500",
      description = "Roster rows; fewer make a quicker run (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(
      names = "--seconds",
      defaultValue = "15",
      description = "How long each load lasts (default: ${DEFAULT-VALUE}).")
  private int seconds;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchCommand()).execute(arguments));
  }

  @Override
  public Integer call() {
    var chosen = ALL.stream().filter(b -> names.isEmpty() || names.contains(b.name())).toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "No such benchmark; there are " + ALL.stream().map(Benchmark::name).toList());
    }
    var bench =
        new Workbench(
            new Gateway(Place.ofEnvironment()),
            System.getenv(),
            rows,
            seconds,
            Long.toString(System.currentTimeMillis(), 36));
    var results = new ArrayList<Result>();
    for (var benchmark : chosen) {
      System.out.println("measuring " + benchmark.name() + " …");
      for (var result : benchmark.run(bench)) {
        result.writeInto(bench.folder());
        System.out.println(result.line());
        results.add(result);
      }
    }
    System.out.println();
    results.forEach(result -> System.out.println(result.line()));
    return results.stream().allMatch(Result::met) ? 0 : 1;
  }
}
