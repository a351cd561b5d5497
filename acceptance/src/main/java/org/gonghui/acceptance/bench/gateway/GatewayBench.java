package org.gonghui.acceptance.bench.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gonghui.acceptance.bench.Benchmark;
import org.gonghui.acceptance.bench.InternalToken;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.measure.H2Load;
import org.gonghui.acceptance.measure.Program;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.measure.Wrk;
import org.gonghui.acceptance.platform.Twin;

/**
 * The gateway with all its checks beside nginx, HAProxy and the direct call: one small GET of a
 * real service, in rounds, of which the median counts.
 */
public final class GatewayBench implements Benchmark {
  /** Threads of each proxy: as many as the gateway has event loops. */
  static final int WORKERS = 2;

  private static final String PATH = "/api/mutual-insurance/v1/plans";
  private static final int CONNECTIONS = 32;
  private static final int WARM_UP_SECONDS = 10;
  private static final int ROUNDS = 5;
  private static final int NGINX_PORT = 77;
  private static final int HAPROXY_PORT = 78;
  private static final int OPEN_PORT = 79;
  private static final double OF_NGINX = 0.9;
  private static final double OF_ROUTING = 0.85;
  private static final double ADDED_P50 = 0.5;
  private static final double ADDED_P99 = 3;

  /** One way to the service. */
  private record Way(String name, String url, Map<String, String> headers) {}

  /** Milliseconds at a steady rate. */
  private record Steady(double p50, double p99) {}

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public List<Result> run(Workbench bench) {
    List.of("wrk", "nginx", "haproxy").forEach(Program::ensureInstalled);
    Program.ensureInstalled("h2load", "nghttp2-client");
    var service = bench.mutualInsurance();
    var place = bench.place();
    var open = openGateway(bench);
    try (open;
        var nginx = Nginx.before(service, place.port(NGINX_PORT), bench.folder().resolve("nginx"));
        var haproxy =
            Haproxy.before(service, place.port(HAPROXY_PORT), bench.folder().resolve("haproxy"))) {
      open.awaitReady();
      var ways = ways(bench, nginx.url(), haproxy.url(), open.url());
      ways.forEach(way -> Wrk.run(way.url + PATH, way.headers, CONNECTIONS, WARM_UP_SECONDS));
      var medians = medians(ways, Math.max(2, bench.seconds() / 3));
      return List.of(
          againstNginx(bench, medians),
          againstRouting(bench, medians),
          latency(bench, ways, medians));
    }
  }

  /** A second gateway that lets everybody through to the one path: routing and nothing else. */
  private static Twin openGateway(Workbench bench) {
    return Twin.of(
        Twin.pidOf(bench.launcher(), "gateway"),
        bench.place().port(OPEN_PORT),
        Path.of("/dev/null"),
        new Twin.Settings(
            Map.of(), List.of("-Dgonghui.gateway.routes.mutual-insurance.open=" + PATH)));
  }

  private static List<Way> ways(Workbench bench, String nginx, String haproxy, String open) {
    var key = bench.secrets().path("GONGHUI_INTERNAL_TOKEN_KEY_MUTUAL_INSURANCE").asText();
    var internal =
        Map.of("Authorization", "Bearer " + InternalToken.officer("mutual-insurance", key));
    var token = Map.of("Authorization", "Bearer " + bench.gateway().token("officer.city"));
    var partner = Map.of("X-API-Key", bench.gateway().key("hospital"));
    var door = bench.place().gateway().toString().replace("localhost", "127.0.0.1");
    return List.of(
        new Way("direct", bench.mutualInsurance(), internal),
        new Way("nginx", nginx, internal),
        new Way("haproxy", haproxy, internal),
        new Way("token", door, token),
        new Way("key", door, partner),
        new Way("nginx, nobody", nginx, Map.of()),
        new Way("routing only, nobody", open, Map.of()));
  }

  private static Map<String, Double> medians(List<Way> ways, int seconds) {
    var measured = new LinkedHashMap<String, List<Double>>();
    for (var round = 0; round < ROUNDS; round++) {
      for (var way : ways) {
        var report = Wrk.run(way.url + PATH, way.headers, CONNECTIONS, seconds);
        if (!way.headers.isEmpty() && report.refused() > 0) {
          throw new IllegalStateException(way.name + " was refused " + report.refused() + " times");
        }
        measured.computeIfAbsent(way.name, _ -> new ArrayList<>()).add(report.perSecond());
      }
    }
    var medians = new LinkedHashMap<String, Double>();
    measured.forEach(
        (way, rates) -> medians.put(way, rates.stream().sorted().toList().get(ROUNDS / 2)));
    return medians;
  }

  private static double of(Map<String, Double> medians, String way) {
    return Objects.requireNonNull(medians.get(way));
  }

  private Result againstNginx(Workbench bench, Map<String, Double> medians) {
    var key = of(medians, "key");
    var nginx = of(medians, "nginx");
    return Result.against(
            name(), "req/s", key, nginx, ">= 0.9 x nginx", key >= OF_NGINX * nginx, bench.seconds())
        .andAll(medians)
        .and("connections", CONNECTIONS)
        .and("threads of each proxy", WORKERS);
  }

  /**
   * A service answers nobody in particular with a refusal, which costs it less; so routing is set
   * beside nginx for that same answer, and both shares are compared.
   */
  private static Result againstRouting(Workbench bench, Map<String, Double> medians) {
    var checked = of(medians, "key") / of(medians, "nginx");
    var routing = of(medians, "routing only, nobody") / of(medians, "nginx, nobody");
    return Result.against(
        "gateway-routing",
        "x nginx",
        checked,
        routing,
        ">= 0.85 x routing only",
        checked >= OF_ROUTING * routing,
        bench.seconds());
  }

  /** At half of what the gateway can do, one after the other. */
  private static Result latency(Workbench bench, List<Way> ways, Map<String, Double> medians) {
    var half = (int) (of(medians, "key") / 2);
    var direct = steady(ways, "direct", half, bench.seconds());
    var key = steady(ways, "key", half, bench.seconds());
    var p50 = Result.rounded(key.p50 - direct.p50);
    var p99 = Result.rounded(key.p99 - direct.p99);
    return Result.alone(
            "gateway-latency",
            "ms",
            p50,
            "added p50 <= 0.5 ms, p99 <= 3 ms",
            p50 <= ADDED_P50 && p99 <= ADDED_P99,
            half)
        .and("added p99", p99)
        .and("direct", direct)
        .and("key", key);
  }

  private static Steady steady(List<Way> ways, String name, int rate, int seconds) {
    var way = ways.stream().filter(one -> one.name.equals(name)).findFirst().orElseThrow();
    var times = H2Load.atRate(way.url + PATH, way.headers, CONNECTIONS / 2, rate, seconds);
    return new Steady(times.millisAt(0.5), times.millisAt(0.99));
  }
}
