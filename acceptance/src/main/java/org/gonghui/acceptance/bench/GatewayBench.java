package org.gonghui.acceptance.bench;

import java.util.List;
import java.util.Map;
import org.gonghui.acceptance.measure.Program;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.measure.Wrk;

/** The gateway with all its checks, beside plain nginx and the direct call. */
final class GatewayBench implements Benchmark {
  private static final String PATH = "/api/mutual-insurance/v1/plans";
  private static final int CONNECTIONS = 32;
  private static final int WARM_UP_SECONDS = 5;
  private static final int NGINX_PORT_ABOVE_GATEWAY = 77;
  private static final double GOAL = 0.8;

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public List<Result> run(Workbench bench) {
    Program.ensureInstalled("wrk");
    Program.ensureInstalled("nginx");
    var key = bench.secrets().path("GONGHUI_INTERNAL_TOKEN_KEY_MUTUAL_INSURANCE").asText();
    var internal =
        Map.of("Authorization", "Bearer " + InternalToken.officer("mutual-insurance", key));
    var token = Map.of("Authorization", "Bearer " + bench.gateway().token("officer.city"));
    var partner = Map.of("X-API-Key", bench.gateway().key("hospital"));
    var door = bench.place().gateway().toString().replace("localhost", "127.0.0.1");
    var port = bench.place().port(NGINX_PORT_ABOVE_GATEWAY);
    try (var nginx = Nginx.before(bench.mutualInsurance(), port, bench.folder().resolve("nginx"))) {
      measure(bench, door, token, WARM_UP_SECONDS);
      measure(bench, nginx.url(), internal, WARM_UP_SECONDS);
      var direct = measure(bench, bench.mutualInsurance(), internal, bench.seconds());
      var proxied = measure(bench, nginx.url(), internal, bench.seconds());
      var withToken = measure(bench, door, token, bench.seconds());
      var withKey = measure(bench, door, partner, bench.seconds());
      var worse = Math.min(withToken.perSecond(), withKey.perSecond());
      var met =
          worse >= GOAL * proxied.perSecond() && refused(direct, proxied, withToken, withKey) == 0;
      return List.of(
          Result.against(
                  name(),
                  "req/s",
                  worse,
                  proxied.perSecond(),
                  ">= 0.8 x nginx",
                  met,
                  bench.seconds())
              .and("direct", direct)
              .and("nginx", proxied)
              .and("token", withToken)
              .and("key", withKey)
              .and("connections", CONNECTIONS));
    }
  }

  private static Wrk.Report measure(
      Workbench bench, String door, Map<String, String> headers, int seconds) {
    return Wrk.run(door + PATH, headers, CONNECTIONS, seconds);
  }

  private static long refused(Wrk.Report... reports) {
    return List.of(reports).stream().mapToLong(Wrk.Report::refused).sum();
  }
}
