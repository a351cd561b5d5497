package org.gonghui.acceptance.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.platform.Twin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every service and one of two gateways are replaced under load, and nobody notices. */
@ExtendWith(RunningPlatform.Provided.class)
class RollingRestartIT {
  private static final int CALLERS = 6;
  private static final int A_WHILE = 150;

  private final RunningPlatform platform;
  private final List<Twin> twins = new ArrayList<>();
  @TempDir Path logs;

  RollingRestartIT(RunningPlatform platform) {
    this.platform = platform;
  }

  @BeforeEach
  void everything_runs() {
    assumeTrue(Files.isReadable(Path.of("/proc/self/environ")), "processes are copied from /proc");
    platform.heal();
  }

  @AfterEach
  void stop() {
    twins.forEach(Twin::close);
  }

  private Twin twin(String process, int above, Map<String, String> changes) {
    var port = platform.gateway().place().port(above);
    var log = logs.resolve(process + above + ".log");
    var twin = Twin.of(platform.pid(process), port, log, Twin.Settings.of(changes));
    twins.add(twin);
    return twin;
  }

  private Twin service(String process, int above) {
    return twin(process, above, Map.of("QUARKUS_SHUTDOWN_DELAY", "3s"));
  }

  private Twin gateway(int above) {
    return twin(
        "gateway",
        above,
        Map.of(
            "GONGHUI_GATEWAY_NOTICE",
            "2s",
            "GONGHUI_GATEWAY_WATCH",
            "250ms",
            "GONGHUI_UPSTREAM_MUTUAL_INSURANCE",
            places(11, 12),
            "GONGHUI_UPSTREAM_AID",
            places(13, 14)));
  }

  private String places(int one, int other) {
    var place = platform.gateway().place();
    return "http://127.0.0.1:%d,http://127.0.0.1:%d".formatted(place.port(one), place.port(other));
  }

  private Map<String, Integer> requests() {
    var officer = "Authorization: Bearer " + platform.gateway().token("officer.city");
    var key = "X-API-Key: " + platform.gateway().key("hospital");
    return Map.of(
        get("/api/mutual-insurance/v1/plans", officer), 200,
        get("/api/aid/v1/leads", officer), 200,
        // An empty batch is refused by the service itself, before it changes anything.
        post("/api/mutual-insurance/v1/settlements", key), 400);
  }

  private static String get(String path, String credential) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + credential + "\r\n\r\n";
  }

  private static String post(String path, String credential) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Content-Length: 2\r\n"
        + credential
        + "\r\n\r\n{}";
  }

  @Test
  void a_rolling_restart_loses_not_one_request() throws Exception {
    var insurance = service("mutual-insurance-service", 11);
    var aid = service("aid-service", 13);
    var gateways = List.of(gateway(15), gateway(16));
    twins.forEach(Twin::awaitReady);

    try (var load = new ConstantLoad(gateways, requests(), CALLERS)) {
      load.awaitAnswers(A_WHILE);
      var next = List.of(service("mutual-insurance-service", 12), service("aid-service", 14));
      next.forEach(Twin::awaitReady);
      load.awaitAnswers(A_WHILE);
      insurance.askToStop();
      aid.stop();
      insurance.stop();
      load.awaitAnswers(A_WHILE);
      gateways.getFirst().stop();
      load.awaitAnswers(A_WHILE);
      gateways.getFirst().startAgain();
      load.awaitAnswers(A_WHILE);

      assertThat(load.lost()).isEmpty();
      assertThat(load.answered()).isGreaterThan(5L * A_WHILE);
    }
  }
}
