package org.gonghui.acceptance.bench.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gonghui.acceptance.bench.Benchmark;
import org.gonghui.acceptance.bench.HeapWatch;
import org.gonghui.acceptance.bench.Workbench;
import org.gonghui.acceptance.measure.Program;
import org.gonghui.acceptance.measure.Result;
import org.gonghui.acceptance.measure.Wrk;
import org.gonghui.acceptance.platform.Twin;

/**
 * Whether the gateway's heap grows with the requests it has served: ten thousand keys known, a
 * thousand callers, and as many requests as an hour of a hundred a second brings.
 */
public final class GatewayMemoryBench implements Benchmark {
  private static final String PATH = "/api/mutual-insurance/v1/plans";
  private static final String DATABASE = "gateway_bench";
  private static final int KEYS = 10_000;
  private static final int CALLERS = 1_000;
  private static final int REQUESTS = 360_000;
  private static final int CONNECTIONS = 32;
  private static final int PORT = 80;
  private static final int MANAGEMENT_PORT = 81;
  private static final double MOST_GROWTH = 1.05;
  private static final double MEBIBYTE = 1024 * 1024;

  @Override
  public String name() {
    return "gateway-memory";
  }

  @Override
  public List<Result> run(Workbench bench) {
    Program.ensureInstalled("wrk");
    makeDatabase(bench);
    var pepper = bench.secrets().path("GONGHUI_PARTNER_PEPPER").asText();
    try {
      Files.createDirectories(bench.folder());
      var keys = GeneratedKeys.make(KEYS, pepper, bench.folder().resolve("partners.json"));
      var script = script(keys.texts().subList(0, CALLERS), bench.folder().resolve("callers.lua"));
      try (var gateway = gateway(bench, keys.file())) {
        gateway.awaitReady();
        return List.of(measure(bench, gateway, script));
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** One of its own, so that the platform's partners stay who they are. */
  private static void makeDatabase(Workbench bench) {
    try (var connection = bench.database("postgres");
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + DATABASE + " with (force)");
      statement.execute("create database " + DATABASE + " owner gateway_owner");
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static Twin gateway(Workbench bench, Path partners) {
    var url =
        bench
            .environment()
            .getOrDefault("GONGHUI_POSTGRES_URL", "")
            .replaceFirst("^(jdbc:postgresql://[^/?]+)(/[^?]*)?", "$1/" + DATABASE);
    return Twin.of(
        Twin.pidOf(bench.launcher(), "gateway"),
        bench.place().port(PORT),
        bench.folder().resolve("gateway-memory.log"),
        Twin.Settings.of(
            Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url,
                "GONGHUI_DEMO_PARTNERS", partners.toString(),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(bench.place().port(MANAGEMENT_PORT)))));
  }

  private static Path script(List<String> keys, Path file) throws IOException {
    var text =
        "local keys = {\"%s\"}%nlocal i = 0%n".formatted(String.join("\",\"", keys))
            + "request = function()%n  i = i %% #keys + 1%n".formatted()
            + "  return wrk.format(\"GET\", nil, {[\"X-API-Key\"] = keys[i]})%nend%n".formatted();
    return Files.writeString(file, text);
  }

  private Result measure(Workbench bench, Twin gateway, Path script) {
    var heaps = new ArrayList<Double>();
    var served = 0L;
    // What the start left behind goes with the first collections and would hide a growth.
    var _ = load(gateway, script, bench.seconds());
    var _ = heapAfterCollection(bench, gateway);
    var _ = load(gateway, script, bench.seconds());
    heaps.add(heapAfterCollection(bench, gateway));
    while (served < REQUESTS) {
      served += load(gateway, script, bench.seconds());
      heaps.add(heapAfterCollection(bench, gateway));
    }
    var first = heaps.getFirst();
    var last = heaps.getLast();
    return Result.against(
            name(),
            "MiB",
            last,
            first,
            "<= 1.05 x the heap after the warm-up",
            last <= MOST_GROWTH * first,
            served)
        .and("heap after each collection, MiB", heaps)
        .and("keys", KEYS)
        .and("callers", CALLERS);
  }

  private static long load(Twin gateway, Path script, int seconds) {
    var report = Wrk.run(gateway.url() + PATH, script, CONNECTIONS, seconds);
    if (report.refused() > 0) {
      throw new IllegalStateException(report.refused() + " requests were refused");
    }
    return (long) (report.perSecond() * seconds);
  }

  private static double heapAfterCollection(Workbench bench, Twin gateway) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var _ = Program.require(jcmd, Long.toString(gateway.pid()), "GC.run");
    var metrics = "http://127.0.0.1:" + bench.place().port(MANAGEMENT_PORT) + "/q/metrics";
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(metrics)).build();
      var text = http.send(request, BodyHandlers.ofString()).body();
      return Result.rounded(HeapWatch.usedHeap(text) / MEBIBYTE);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(cause);
    }
  }
}
